import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { tempFolder, write } from '../../../tests/unit/temp-archive.ts';
import { ByteWriter } from '../../model/search/files/bytes.ts';
import { checkConservation } from './check.ts';

const IDS = ['1998/ferry', '2003/mill', '2003/mill-2'];
const BASE = 'https://clippings.example.net/a/';
const record = { articles: IDS.map((id) => ({ id })) } as unknown as Parameters<
  typeof checkConservation
>[1];

const within = (site: string) => (address: string) =>
  existsSync(path.join(site, address)) ? path.join(site, address) : undefined;

const key = (id: string) => id.replace('/', '-');
const full = (id: string) => `${BASE}articles/${id}.html`;

/** The files of a site in which articles are counted; `without` an article in one of them. */
function makeSite(site: string, change: (file: string, ids: string[]) => string[]): void {
  const put = (file: string, text: (ids: string[]) => string | Uint8Array) =>
    write(site, file, text(change(file, [...IDS])));
  for (const id of change('articles', [...IDS])) write(site, `articles/${id}.html`, '');
  put('search/head.bin', () => gzipSync(new ByteWriter().text('{}').ascending([0]).finish()));
  put('search/texts-0.bin', (ids) => gzipSync(JSON.stringify(ids.map((id) => ({ id })))));
  const entry = (id: string) => `<entry xml:lang="de"><id>${full(id)}</id><title>a</title></entry>`;
  put('feed.xml', (ids) =>
    ids
      .filter((id) => id !== IDS[0])
      .map(entry)
      .join('\n'),
  );
  put('feed-1.xml', (ids) =>
    ids
      .filter((id) => id === IDS[0])
      .map(entry)
      .join('\n'),
  );
  put('feed.json', (ids) => JSON.stringify(ids.map((id) => ({ id: full(id), url: full(id) }))));
  const loc = (id: string) =>
    `<url><loc>${full(id)}</loc></url><url><loc>${BASE}articles/${id}.capture.html</loc></url>`;
  put('sitemap-1.xml', (ids) => ids.map(loc).join('\n'));
  put('data/articles.csv', (ids) => `id,title\r\n${ids.map((id) => `${id},"a\nb"\r\n`).join('')}`);
  const json = (id: string) => `{"id":"${id}","text":"${'é'.repeat(400_000)}"}\n`;
  put('data/articles.ndjson', (ids) => ids.map(json).join(''));
  put(
    'data/articles.csl.json',
    (ids) => `[\n${ids.map((id) => `{"id":"${key(id)}"}`).join(',\n')}\n]`,
  );
  put('data/articles.ris', (ids) => ids.map((id) => `TY  - NEWS\r\nID  - ${key(id)}\r\n`).join(''));
  put('data/articles.bib', (ids) => ids.map((id) => `@article{${key(id)},\n}\n`).join(''));
}

const PARTS = [
  ['articles', '/articles/'],
  ['search/texts-0.bin', '/search/head.bin'],
  ['feed.xml', '/feed.xml'],
  ['feed-1.xml', '/feed.xml'],
  ['feed.json', '/feed.json'],
  ['sitemap-1.xml', '/sitemap.xml'],
  ['data/articles.csv', '/data/articles.csv'],
  ['data/articles.ndjson', '/data/articles.ndjson'],
  ['data/articles.csl.json', '/data/articles.csl.json'],
  ['data/articles.ris', '/data/articles.ris'],
  ['data/articles.bib', '/data/articles.bib'],
] as const;

test('a site that holds every article once in every part is let through', (t) => {
  const site = tempFolder(t);
  makeSite(site, (_file, ids) => ids);
  assert.deepEqual(checkConservation(within(site), record), []);
});

test('an article that is missing in one part is named with that part, and nothing else is', (t) => {
  for (const [file, part] of PARTS) {
    const site = tempFolder(t);
    const gone = file === 'feed-1.xml' ? '1998/ferry' : '2003/mill';
    makeSite(site, (at, ids) => (at === file ? ids.filter((id) => id !== gone) : ids));
    const problems = checkConservation(within(site), record);
    assert.deepEqual(
      problems.map((problem) => problem.file),
      [part],
    );
    assert.ok(problems[0]?.what.includes(`1 article (${gone}) of 3 missing`), problems[0]?.what);
  }
});

test('an article that stands somewhere twice, or stands there and is not in the record, is told of', (t) => {
  for (const [file, part] of PARTS.filter(([name]) => !/^articles|feed/.test(name))) {
    const site = tempFolder(t);
    makeSite(site, (at, ids) => (at === file ? [...ids, '2003/mill', '2004/other'] : ids));
    const problems = checkConservation(within(site), record);
    assert.ok(problems.every((problem) => problem.file === part));
    const told = problems.map(({ what }) => what).join(' ');
    assert.match(told, /1 article \(2003\/mill\) there more than once/, part);
    assert.match(told, /1 article \(2004\/other\) there and not in the record/, part);
  }
});

test('a part that cannot be read is a problem, not an exception', (t) => {
  const site = tempFolder(t);
  makeSite(site, (_file, ids) => ids);
  rmSync(path.join(site, 'feed.xml'));
  rmSync(path.join(site, 'search/texts-0.bin'));
  assert.deepEqual(
    checkConservation(within(site), record).map(({ file, what }) => [
      file,
      /cannot be read/.test(what),
    ]),
    [
      ['/search/head.bin', true],
      ['/feed.xml', true],
    ],
  );
});
