import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharesOf, sharesTable } from './shares.ts';

describe('The shares of a build', () => {
  const line = (kind: string, milliseconds: number) => ({ kind, milliseconds, times: 1 });
  const lines = [
    line('Reading the record', 2000),
    line('src/pages/articles/[year]/[slug].astro', 5000),
    line('src/pages/articles/[year]/[slug].compare.astro', 1000),
    line('src/pages/captures/[year]/[slug].bin.ts', 1500),
    line('src/pages/about.astro', 100),
    line('Making pages', 9000),
  ];

  it('add pages up by kind, and leave out the phase that is told page by page', () => {
    assert.deepEqual(sharesOf(lines), [
      { kind: 'article pages', seconds: 5 },
      { kind: 'captures, with what was kept and cut, and comparisons', seconds: 2.5 },
      { kind: 'Reading the record', seconds: 2 },
      { kind: 'other pages', seconds: 0.1 },
    ]);
  });

  it('are told in a table with what is short in one line', () => {
    assert.match(
      sharesTable(sharesOf(lines)),
      /\| article pages \| 5\.0 \| 52 % \|[\s\S]*\| all else \| 0\.1 \| 1 % \|$/,
    );
  });
});
