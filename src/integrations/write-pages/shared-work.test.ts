import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SharedWork, sharedNumbers } from './shared-work.ts';

describe('Shared work', () => {
  it('gives each position to one worker, whoever asks when, and counts what is done', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 300 }),
        fc.array(fc.nat({ max: 3 }), { maxLength: 400 }),
        (total, turns) => {
          const numbers = sharedNumbers();
          const workers = [0, 1, 2, 3].map(() => new SharedWork(numbers, total)[Symbol.iterator]());
          const taken: number[] = [];
          for (const turn of [
            ...turns,
            ...Array.from({ length: 4 * (total + 1) }, (_, at) => at % 4),
          ]) {
            const { value, done } = workers[turn]?.next() ?? { done: true };
            if (!done && value !== undefined) taken.push(value);
          }
          assert.deepEqual(
            taken.sort((a, b) => a - b),
            Array.from({ length: total }, (_, at) => at),
          );
          assert.equal(new SharedWork(numbers, total).done, total);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives nothing more once it is stopped', () => {
    const work = new SharedWork(sharedNumbers(), 100);
    const taken: number[] = [];
    for (const at of work) {
      taken.push(at);
      if (at === 3) work.stop();
    }
    assert.ok(taken.length < 100);
    assert.deepEqual([...work], []);
  });
});
