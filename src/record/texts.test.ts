import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Texts } from './texts.ts';

test('texts are found whatever is asked for in which order, and stay what they were when others join them', () => {
  const text = fc.oneof(
    fc.constantFrom('a', 'ab', 'b', '/a/b.html', 'ю'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(text),
      fc.array(text),
      fc.array(fc.boolean()),
      (all, asked, picks) => {
        const texts = new Texts().with(() => false, all);
        for (const one of [...all, ...all.toReversed(), ...asked, ...asked]) {
          assert.equal(texts.find(one), all.indexOf(one));
        }
        const chosen = all.filter((_, index) => picks[index] === true);
        const others = asked.filter((one) => !all.includes(one));
        const joined = texts.with((index) => picks[index] === true, others);
        assert.deepEqual(
          Array.from({ length: joined.count }, (_, index) => joined.at(index)),
          [...chosen, ...others],
        );
      },
    ),
  );
});
