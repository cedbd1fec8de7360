import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from './compile-body.ts';

const whats = (source: string) =>
  compileBody(source, { file: 'a.mdx', linesAbove: 0 }).problems.map(({ what }) => what);

test('what stands within each other more than forty deep is refused, whatever it is made of', () => {
  const steps = Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
  for (const source of ['> '.repeat(41), '- '.repeat(60), '>'.repeat(90), steps]) {
    assert.match(whats(`${source} words\n`).join(), /40 deep/, source.slice(0, 20));
  }
});

test('long rules, long quotations and lists of usual depth are let through', () => {
  const sources = ['* '.repeat(200), '- - - -'.repeat(40), '> a\n'.repeat(200), '> - 1. words\n'];
  for (const source of sources) assert.deepEqual(whats(source), [], source.slice(0, 20));
});
