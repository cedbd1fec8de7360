import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteFiles } from '../../formats/files/site-files.ts';
import { hostileHoldings } from '../../formats/hostile-articles.fixture.ts';
import { pickEntries } from './pick-entries.ts';

const holdings = hostileHoldings();
const count = holdings.articles.length;
const files = new Map(
  [...siteFiles(holdings)].map(({ address, text }) => [address, () => [...text()].join('')]),
);
const WHOLE = {
  bib: '/data/articles.bib',
  ris: '/data/articles.ris',
  json: '/data/articles.csl.json',
  csv: '/data/articles.csv',
} as const;
const text = (format: keyof typeof WHOLE) => files.get(WHOLE[format])?.() ?? '';

for (const format of ['bib', 'ris', 'json'] as const) {
  test(`each reference of a ${format} file of hostile records is that of its article`, () => {
    for (const [at, { id }] of holdings.articles.entries()) {
      const alone = files.get(`/articles/${id}.${format}`)?.() ?? '';
      const picked = pickEntries(text(format), format, [at], count);
      const bare = (one: string) =>
        format === 'json' ? JSON.parse(one) : one.replace(/^%.*\n+/gm, '').trim();
      assert.deepEqual(bare(picked), bare(alone), id);
    }
  });
}

test('rows of the table are picked in the order that is asked for, below its head', () => {
  const whole = text('csv');
  const all = holdings.articles.map((_, at) => at);
  assert.equal(pickEntries(whole, 'csv', all, count), whole);
  const head = whole.slice(0, whole.indexOf('\r\n') + 2);
  const first = pickEntries(whole, 'csv', [0], count);
  const last = pickEntries(whole, 'csv', [count - 1], count).slice(head.length);
  assert.equal(pickEntries(whole, 'csv', [0, count - 1], count), first + last);
  assert.ok(first.startsWith(head));
  assert.ok(whole.startsWith(first) && whole.endsWith(last));
});

test('a file of another build than the search is refused, not read one off', () => {
  for (const format of ['bib', 'ris', 'json', 'csv'] as const) {
    assert.throws(() => pickEntries(text(format), format, [0], count + 1), /instead of/);
  }
});
