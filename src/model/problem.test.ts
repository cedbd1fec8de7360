import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  ArchiveProblems,
  compareProblems,
  describeProblems,
  formatProblems,
  type Problem,
} from './problem.ts';

const words = { what: 'It broke.', why: 'It matters.', remedy: 'Mend it.' };

test('a problem is told with its place, reason and remedy', () => {
  assert.equal(
    describeProblems([{ file: 'a.yml', line: 3, column: 4, ...words }]),
    'a.yml:3:4\n  It broke.\n  Why it matters: It matters.\n  What to do: Mend it.',
  );
  assert.match(describeProblems([{ file: 'a.yml', line: 3, ...words }]), /^a\.yml:3\n/);
  assert.match(describeProblems([{ file: 'a.yml', ...words }]), /^a\.yml\n/);
});

test('problems come by file, then line, then column, and what has no line comes first', () => {
  const problems: Problem[] = [
    { file: 'b', ...words },
    { file: 'a', line: 10, ...words },
    { file: 'a', line: 2, column: 10, ...words },
    { file: 'a', line: 2, column: 9, ...words },
    { file: 'a', ...words },
    { file: 'B', ...words },
  ];
  const places = describeProblems(problems).match(/^\S+/gm);
  assert.deepEqual(places, ['B', 'a', 'a:2:9', 'a:2:10', 'a:10', 'b']);
  assert.equal(problems[0]?.file, 'b', 'the list given is left as it was');
});

test('the order of problems is one order', () => {
  const problem = fc.record(
    { file: fc.constantFrom('a', 'b', 'B'), line: fc.nat(3), column: fc.nat(3) },
    { requiredKeys: ['file'] },
  );
  fc.assert(
    fc.property(problem, problem, problem, (x, y, z) => {
      const [a, b, c] = [x, y, z].map((place) => ({ ...place, ...words })) as [
        Problem,
        Problem,
        Problem,
      ];
      assert.equal(Math.sign(compareProblems(a, b)) + Math.sign(compareProblems(b, a)), 0);
      if (compareProblems(a, b) <= 0 && compareProblems(b, c) <= 0) {
        assert.ok(compareProblems(a, c) <= 0);
      }
    }),
  );
});

test('a report ends with how many problems there were', () => {
  const one = { file: 'a', ...words };
  assert.match(formatProblems([one]), /\n\n1 problem\. Nothing was built or changed\.$/);
  assert.match(formatProblems([one, one]), /\n\n2 problems\. Nothing was built or changed\.$/);
});

test('the error that stops a run carries every problem, and says them all', () => {
  const problems = [
    { file: 'a', ...words },
    { file: 'b', ...words },
  ];
  const error = new ArchiveProblems(problems);
  assert.deepEqual(error.problems, problems);
  assert.equal(error.message, formatProblems(problems));
});
