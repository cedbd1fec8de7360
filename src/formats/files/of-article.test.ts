import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArchiveProblems } from '../../model/problem.ts';
import { hostileHoldings } from '../hostile-articles.fixture.ts';
import { fileGroups } from './site-files.ts';

const holdings = hostileHoldings([
  { title: 'Well', date: '2019' },
  { title: 'Ill', date: '2020' },
  { title: 'Worse', date: '2021' },
]);

/** Every problem that writing all exports comes to, by file. */
function problemsOf(context: Parameters<typeof fileGroups>[1]): string[] {
  const found = new Set<string>();
  for (const { files } of fileGroups(holdings, context)) {
    for (const { text } of files()) {
      try {
        [...text()].join('');
      } catch (error) {
        assert.ok(error instanceof ArchiveProblems, String(error));
        for (const { file, what } of error.problems) found.add(`${file}: ${what}`);
      }
    }
  }
  return [...found];
}

test('an error of a citation processor names every article that it stops at, and what it was writing', () => {
  const styled = ({ title }: { title: string }) => {
    // citeproc-js throws bare texts.
    if (title !== 'Well') throw `citeproc-js error: no ${title}`;
    return [];
  };
  assert.deepEqual(problemsOf({ styled }), [
    'articles/2001/article-2.mdx: Its citation as text could not be written: citeproc-js error: no Ill.',
    'articles/2001/article-3.mdx: Its citation as text could not be written: citeproc-js error: no Worse.',
  ]);
});

test('an error of any writer names the article', () => {
  const [, ill] = holdings.articles;
  assert.ok(ill);
  Object.defineProperty(ill, 'entry', {
    get: () => {
      throw new Error('the text\n is gone');
    },
  });
  const found = problemsOf({});
  assert.ok(found.length > 0);
  for (const problem of found) {
    assert.match(
      problem,
      /^articles\/2001\/article-2\.mdx: Its .* could not be written: the text is gone\.$/,
    );
  }
});
