import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bibWithNote, joinReferences, listCsv, risWithNote, withReaderNote } from './exports.ts';
import {
  formatList,
  type Kept,
  keptAddress,
  moved,
  parseList,
  withKept,
  withoutKept,
} from './list.ts';

const article = (slug: string): Kept => ({
  kind: 'article',
  id: `2019/${slug}`,
  title: slug,
  credit: 'The Times · 2019',
  note: '',
});
const [a, b, c] = [article('a'), article('b'), article('c')];

test('nothing is on a list twice, and what is taken off is gone', () => {
  assert.deepEqual(withKept([a, b], a), [a, b]);
  assert.deepEqual(withoutKept(withKept([a], b), a), [b]);
});

test('a move swaps two neighbours and stops at both ends', () => {
  assert.deepEqual(moved([a, b, c], 1, -1), [b, a, c]);
  assert.deepEqual(moved([a, b, c], 1, 1), [a, c, b]);
  assert.deepEqual(moved([a, b, c], 0, -1), [a, b, c]);
  assert.deepEqual(moved([a, b, c], 2, 1), [a, b, c]);
});

test('a list comes back from its text as it was', () => {
  const texts = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts), { maxLength: 5 }), (rows) => {
      const list = rows.map(([title, note], at) => ({ ...article(`a-${at}`), title, note }));
      assert.deepEqual(parseList(formatList(list)), { list, skipped: 0 });
    }),
    { numRuns: 30 },
  );
});

test('what is imported can lead nowhere but to articles and the search of this site', () => {
  const evil = [
    '../../x',
    'javascript:alert(1)',
    '//evil.example/2019/x',
    '2019/x?y',
    '2019/X',
    '',
  ];
  const text = JSON.stringify({ list: evil.map((id) => ({ kind: 'article', id, title: 'x' })) });
  assert.deepEqual(parseList(text), { list: [], skipped: evil.length });
  const search = parseList('{"list":[{"kind":"search","id":"q=#\\"><x","title":"x"}]}')?.list[0];
  assert.ok(search);
  const address = new URL(keptAddress(search), 'https://archive.example.org/press/');
  assert.equal(address.host, 'archive.example.org');
  assert.equal(address.pathname, '/press/search.html');
});

test('no text makes the reader of lists throw', () => {
  for (const text of ['', 'null', '1', '[]', '{"list":{}}', '{"list":[null,1,"x",{}]}'])
    parseList(text);
  fc.assert(fc.property(fc.json(), (text) => void parseList(text)));
});

test('the list is one file of CSL-JSON with the notes in it', () => {
  const one = (id: string) => `[\n${JSON.stringify({ id, note: 'From the archive.' })}\n]\n`;
  const texts = [withReaderNote(one('a'), 'json', 'A "note"\nof mine'), one('b')];
  assert.deepEqual(JSON.parse(joinReferences(texts, 'json')), [
    { id: 'a', note: 'From the archive. My note: A "note" of mine' },
    { id: 'b', note: 'From the archive.' },
  ]);
  assert.equal(joinReferences(['ER  - \r\n', 'TY  - NEWS\r\n'], 'ris').split('\r\n').length, 4);
});

test('a note goes into each format without breaking it', () => {
  const note = 'Two\nlines, "quotes" & $& {50%';
  assert.equal(
    risWithNote('TY  - NEWS\r\nER  - \r\n', note),
    'TY  - NEWS\r\nN1  - Two lines, "quotes" & $& {50%\r\nER  - \r\n',
  );
  assert.equal(
    bibWithNote('@article{x,\n  title = {y},\n}\n', note),
    '@article{x,\n  title = {y},\n  usera = {Two lines, "quotes" \\& \\$\\& \\textbraceleft{}50\\%},\n}\n',
  );
  const [, row] = listCsv([{ ...a, note }], new URL('https://x.example/')).split('\r\n');
  assert.ok(row?.endsWith('"Two\nlines, ""quotes"" & $& {50%"'));
});
