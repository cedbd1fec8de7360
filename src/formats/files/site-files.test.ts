import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvCell } from '../data/csv.ts';
import { ARTICLE_FIELDS } from '../data/fields.ts';
import { hostileHoldings } from '../hostile-articles.fixture.ts';
import { openSearch } from './opensearch.ts';
import { siteFiles } from './site-files.ts';
import { sitemaps } from './sitemap.ts';

const holdings = hostileHoldings();
const files = new Map(
  [...siteFiles(holdings)].map(({ address, text }) => [address, [...text()].join('')]),
);

/** Reads a table as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    if (end === '' && row.length === 0 && plain === '' && quoted === undefined) break;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

test('no two exports have one address, and every name in one is spelled as addresses are', () => {
  const all = [...siteFiles(holdings)].map(({ address }) => address);
  assert.equal(new Set(all).size, all.length);
  for (const address of all) assert.match(address, /^(\/[a-z0-9-]+)+(\.[a-z0-9-]+)+$/);
});

test('the table holds every article with every column, whatever its title', () => {
  const rows = readCsv(files.get('/data/articles.csv') ?? '');
  assert.deepEqual(
    rows[0],
    ARTICLE_FIELDS.map(({ name }) => name),
  );
  assert.equal(rows.length, holdings.articles.length + 1);
  assert.deepEqual(
    rows.slice(1).map((row) => row[2]),
    // What a spreadsheet would compute has an apostrophe before it.
    holdings.articles.map(({ title }) => title.replace(/^[=+\-@]/, "'$&")),
  );
  for (const row of rows) assert.equal(row.length, ARTICLE_FIELDS.length);
});

test('the first and last day stand in the table where the date has them, and nowhere else', () => {
  const [head = [], ...rows] = readCsv(files.get('/data/articles.csv') ?? '');
  const of = (date: string, name: string) =>
    rows.find((row) => row[head.indexOf('date')] === date)?.[head.indexOf(name)];
  assert.equal(of('2019-03-05/..', 'date_earliest'), '2019-03-05');
  assert.equal(of('2019-03-05/..', 'date_latest'), '');
  assert.equal(of('/2019', 'date_earliest'), '');
  assert.equal(of('/2019', 'date_latest'), '2019-12-31');
  assert.equal(of('198X', 'date_earliest'), '1980-01-01');
});

test('any text in a cell is read back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
      (cells) => {
        fc.pre(cells.length > 1 || cells[0] !== '');
        const text = `${cells.map(csvCell).join(',')}\r\n`;
        // But for the apostrophe that keeps a formula from being one.
        const bare = (words: string) => words.replaceAll("'", '');
        assert.deepEqual(readCsv(text)[0]?.map(bare), cells.map(bare));
        for (const [at, cell] of cells.entries()) {
          if (!/[=+\-@＝＋－＠]/.test(cell)) assert.equal(readCsv(text)[0]?.[at], cell);
        }
      },
    ),
  );
});

for (const formula of [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '  =1+1',
  '\t=1+1',
  '\r=1+1',
  '"=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠A1',
  '\u200b=1+1',
  '\ufeff=1+1',
  'a;=1+1',
  'a; -2+3+cmd|x',
  'a\n=1+1',
  'a\t@x',
  '-0044-03',
]) {
  test(`${JSON.stringify(formula)} is no formula to a spreadsheet, however it parts the line`, () => {
    for (const part of csvCell(formula).split(/[;\t\r\n]/))
      assert.doesNotMatch(part, /^[\s"\u200b\ufeff]*[=+\-@＝＋－＠]/);
  });
}

test('numbers stay numbers, and words with a sign inside stay as they are', () => {
  for (const cell of ['-12', '+3', '-0.5', '55.75', 'well-known', 'a=b', 'x@example.org', '1; -2'])
    assert.equal(csvCell(cell).replace(/^"|"$/g, ''), cell);
});

test('every line of the NDJSON is an article with its text and its rights', () => {
  const lines = (files.get('/data/articles.ndjson') ?? '').trimEnd().split('\n');
  assert.equal(lines.length, holdings.articles.length);
  for (const [at, line] of lines.entries()) {
    const row = JSON.parse(line);
    assert.equal(row.title, holdings.articles[at]?.title);
    assert.match(row.text, /^Text & \d+$/);
    assert.match(row.rights, /rightsstatements\.org/);
  }
});

test('citations of a list are those of its articles', () => {
  const bib = files.get('/sources/reuters.bib') ?? '';
  const ris = files.get('/sources/reuters.ris') ?? '';
  const csl = JSON.parse(files.get('/sources/reuters.json') ?? '');
  for (const { title } of csl)
    assert.ok(holdings.articles.some((article) => article.title === title));
  assert.equal(csl.length, holdings.articles.length);
  assert.equal(bib.match(/^@article\{2001-/gm)?.length, csl.length);
  assert.equal(ris.match(/^TY {2}- NEWS\r$/gm)?.length, csl.length);
});

test('an address of e-mail in the rights begins no entry of a .bib file', () => {
  const settings = { ...holdings.settings, rights: 'Write to keeper@example.org {first}, please.' };
  for (const { address, text } of siteFiles({ ...holdings, settings })) {
    if (!address.endsWith('.bib')) continue;
    const [head = ''] = [...text()].join('').split(/^@article/m);
    assert.doesNotMatch(head, /@/, address);
  }
});

test('a list of over a thousand articles has files with all of them, as a short one has', () => {
  const articles = Array.from({ length: 1001 }, (_, at) => {
    const article = holdings.articles[at % holdings.articles.length];
    assert.ok(article);
    return { ...article, id: `2001/copy-${at}`, address: `/articles/2001/copy-${at}.html` };
  });
  const long = siteFiles({ ...holdings, articles });
  const lists = new Map([...long].map((file) => [file.address, file.text]));
  const read = (address: string) => [...(lists.get(address)?.() ?? [])].join('');
  assert.equal(JSON.parse(read('/sources/reuters.json')).length, 1001);
  assert.equal(read('/sources/reuters.ris').match(/^TY {2}- NEWS\r$/gm)?.length, 1001);
});

test('every export with texts or citations carries a rights statement', () => {
  for (const [address, text] of files) {
    if (/\.(?:opml|txt)$|opensearch|oai|record\.ndjson/.test(address) && !/articles/.test(address))
      continue;
    assert.match(text, /made up|rightsstatements\.org|about\.html#rights/, address);
  }
});

test('a sitemap is cut where the protocol says, with an index of its parts', () => {
  const pages = Array.from({ length: 50_001 }, (_, at) => ({
    address: `/articles/2001/a-${at}.html`,
    lastChange: at === 50_000 ? '2020-02-02' : '2020-01-01',
  }));
  const [index, first, second, ...more] = sitemaps(pages, 'https://example.org/a&b/');
  assert.equal(more.length, 0);
  assert.equal(index?.text.match(/<sitemap>/g)?.length, 2);
  assert.equal(first?.text.match(/<url>/g)?.length, 50_000);
  assert.equal(second?.text.match(/<url>/g)?.length, 1);
  assert.match(index?.text ?? '', /a&amp;b\/sitemap-2\.xml<\/loc><lastmod>2020-02-02</);
});

test('the search description keeps to the lengths that OpenSearch allows', () => {
  const text = openSearch({
    ...holdings.settings,
    title: 'A very long name of an archive, so long that it fits nowhere',
  });
  assert.ok((/<ShortName>(.*?)</.exec(text)?.[1] ?? '').length <= 16);
  assert.ok((/<LongName>(.*?)</.exec(text)?.[1] ?? '').length <= 48);
  assert.match(text, /template="https:[^"]*\?q=\{searchTerms\}"/);
});
