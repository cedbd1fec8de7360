import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageProblem } from './page-problem.ts';
import { ArchiveProblems } from './problem.ts';

test('an error of a page names the file of the record that the page shows', () => {
  for (const [address, file] of [
    ['/articles/2019/a-b.html', 'articles/2019/a-b.mdx'],
    ['/articles/2019/a-b', 'articles/2019/a-b.mdx'],
    ['/articles/2019/a-b.capture.html', 'articles/2019/a-b.mdx'],
    ['/dossiers/c.html', 'dossiers/c.mdx'],
    ['/timeline/2019.html', '/timeline/2019.html'],
  ] as const) {
    const error = new Error('no such\n thing.');
    const problem = pageProblem(address, error);
    assert.equal(problem.problems[0]?.file, file);
    assert.equal(
      problem.problems[0]?.what,
      `The page ${address} could not be made: no such thing.`,
    );
    assert.equal(problem.cause, error);
  }
  assert.match(pageProblem('/a.html', 'a bare text').message, /could not be made: a bare text\./);
  const known = new ArchiveProblems([]);
  assert.equal(pageProblem('/a.html', known), known);
});
