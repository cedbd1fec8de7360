import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { hostileHoldings } from '../hostile-articles.fixture.ts';
import { citationOf } from '../reference/citation-record.ts';
import { spokenName } from '../reference/names.ts';
import { biblatexEntry, biblatexFile } from './biblatex.ts';
import { cslItem, cslJson } from './csl-json.ts';
import { risEntry } from './ris.ts';

// Independent readers, from Debian's packages biber, bibutils and pandoc. Where one is missing its
// tests say so and are skipped.
const holdings = hostileHoldings();
const records = holdings.articles.map((article) => citationOf(article, holdings));
const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-citations-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const missing = (tool: string) =>
  spawnSync(tool, ['--version']).error ? `${tool} is not installed` : false;

function run(tool: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(tool, args, { encoding: 'utf8', cwd: folder });
  assert.equal(error, undefined, stderr);
  return stdout;
}

function file(name: string, text: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

/** What every reader may do: even out white space, compose letters, curl quotation marks. */
function even(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/["“”„'‘’]/g, "'")
    .trim();
}

/** Undoes the escapes of TeX. */
function fromTex(text: string): string {
  return text
    .replace(/^\{(.*)\}$/s, '$1')
    .replaceAll('\\textbackslash{}', '\\')
    .replaceAll('\\textasciicircum{}', '^')
    .replaceAll('\\textasciitilde{}', '~')
    .replaceAll('\\textbraceleft{}', '{')
    .replaceAll('\\textbraceright{}', '}')
    .replace(/(?<!\\)\{\}/g, '')
    .replace(/\\([#$%&_{}])/g, '$1');
}

interface Csl {
  id: string;
  title: string;
  'container-title': string;
  URL: string;
  language?: string;
  note?: string;
  archive?: string;
  archive_location?: string;
  author?: (
    | { literal: string }
    | { family: string; given: string; suffix?: string; 'non-dropping-particle'?: string }
  )[];
  issued?: { 'date-parts'?: number[][] };
}

const authorsOf = ({ author = [] }: Csl) =>
  author.map((name) =>
    'literal' in name
      ? name.literal
      : [name.given, name['non-dropping-particle'], name.family, name.suffix]
          .filter(Boolean)
          .join(' '),
  );

test('pandoc reads every listed field back out of the CSL-JSON', {
  skip: missing('pandoc'),
}, () => {
  const source = file('all.json', cslJson(records.map(cslItem)));
  const read = JSON.parse(run('pandoc', ['-f', 'csljson', '-t', 'csljson', source])) as Csl[];
  const byId = new Map(read.map((item) => [item.id, item]));
  for (const record of records) {
    const item = byId.get(record.key);
    assert.ok(item, record.title);
    assert.equal(even(item.title), even(record.title));
    assert.equal(item['container-title'], record.outlet);
    assert.equal(item.URL, record.url);
    assert.equal(item.language, record.language);
    assert.equal(item.archive, record.archive);
    assert.equal(item.archive_location, record.location);
    assert.deepEqual(authorsOf(item).map(even), record.authors.map(spokenName).map(even));
    assert.ok(item.note?.includes(record.rights), record.title);
    const plain = /^[\d-]+$/.test(record.date.text) && !/-2[1-4]$/.test(record.date.text);
    if (plain) {
      const parts = record.date.text.split('-').map(Number);
      assert.deepEqual(item.issued?.['date-parts'], [parts]);
    } else assert.ok(item.note?.includes(`(${record.date.text} in EDTF)`), record.title);
  }
});

test('biber reads every listed field back out of the BibLaTeX', { skip: missing('biber') }, () => {
  const source = file('all.bib', biblatexFile(records.map(biblatexEntry), 'none'));
  const target = path.join(folder, 'out.bib');
  run('biber', ['--tool', '--quiet', '--output-format=bibtex', `--output-file=${target}`, source]);
  const entries = new Map(
    [...readFileSync(target, 'utf8').matchAll(/^@ARTICLE\{([^,]+),\n(.*?)\n\}$/gms)].map(
      ([, key = '', fields = '']) => [
        key,
        new Map(
          [...fields.matchAll(/^ {2}(\w+) = \{(.*)\},$/gm)].map(([, name = '', value = '']) => [
            name,
            value,
          ]),
        ),
      ],
    ),
  );
  assert.equal(entries.size, records.length);
  for (const record of records) {
    const of = (name: string) => even(fromTex(entries.get(record.key)?.get(name) ?? ''));
    assert.equal(of('TITLE'), even(record.title));
    assert.equal(of('JOURNALTITLE'), even(record.outlet));
    assert.equal(of('URL'), record.url);
    assert.equal(of('LANGUAGE'), record.language);
    assert.equal(of('LIBRARY'), even(`${record.archive}, ${record.location}`));
    assert.equal(
      entries.get(record.key)?.get('AUTHOR') ?? '',
      (/ {2}author = \{(.*)\},/.exec(biblatexEntry(record)) ?? [])[1] ?? '',
    );
    assert.ok(of('ANNOTATION').includes(even(record.rights)));
    // Biber writes some dates of EDTF back in other forms; the annotation has them as they are.
    if (of('DATE') !== record.date.text) {
      assert.match(record.date.text, /X|^\/|\.\.$/);
      assert.ok(of('ANNOTATION').includes(`(${record.date.text} in EDTF)`), record.date.text);
    }
  }
});

test('pandoc reads names, titles and days out of the BibLaTeX', { skip: missing('pandoc') }, () => {
  const source = file('pandoc.bib', biblatexFile(records.map(biblatexEntry), 'none'));
  const read = JSON.parse(run('pandoc', ['-f', 'biblatex', '-t', 'csljson', source])) as Csl[];
  const byId = new Map(read.map((item) => [item.id, item]));
  for (const record of records) {
    const item = byId.get(record.key);
    assert.ok(item, record.title);
    // Pandoc has no word for a brace without a partner.
    const title = record.title.includes('unbalanced')
      ? record.title.replace(/[{}]/g, '')
      : record.title;
    assert.equal(even(item.title), even(title));
    assert.equal(even(item['container-title']), even(record.outlet));
    assert.equal(item.URL, record.url);
    assert.deepEqual(authorsOf(item).map(even), record.authors.map(spokenName).map(even));
    if (/^\d{4}(-[01]\d(-\d\d)?)?$/.test(record.date.text)) {
      assert.deepEqual(item.issued?.['date-parts'], [record.date.text.split('-').map(Number)]);
    }
  }
});

test('bibutils reads every listed field back out of the RIS', { skip: missing('ris2xml') }, () => {
  const source = file('all.ris', records.map((record) => `${risEntry(record)}\r\n`).join(''));
  const xml = run('ris2xml', ['-i', 'utf8', source]);
  const items = new Map(
    [...xml.matchAll(/<mods ID="([^"]+)">(.*?)<\/mods>/gs)].map(([, id = '', text = '']) => [
      id,
      text,
    ]),
  );
  assert.equal(items.size, records.length);
  const plain = (text: string) =>
    even(
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    );
  for (const record of records) {
    const item = items.get(record.key) ?? '';
    const parts = (pattern: RegExp) =>
      [...item.matchAll(pattern)].map(([, text = '']) => plain(text));
    // bibutils parts a title at its first colon or question mark and drops the sign.
    const [title = '', subtitle = ''] = [
      parts(/^ {4}<titleInfo>\s*<title>(.*?)<\/title>/gms)[0],
      parts(/^ {4}<titleInfo>.*?<subTitle>(.*?)<\/subTitle>.*?^ {4}<\/titleInfo>/gms)[0],
    ];
    const letters = (text: string) => even(text).replace(/[\s:?]/g, '');
    assert.equal(letters(title + subtitle), letters(record.title));
    assert.match(item, /<relatedItem type="host">/);
    assert.ok(item.includes('<genre authority="marcgt">newspaper</genre>'));
    assert.ok(plain(item).includes(`<title>${even(record.outlet)}</title>`), record.outlet);
    assert.ok(plain(item).includes(`<url>${record.url}</url>`));
    assert.ok(plain(item).includes(`>${record.language}</languageTerm>`));
    assert.ok(plain(item).includes(even(`Archive: ${record.archive}, ${record.location}`)));
    assert.ok(plain(item).includes(even(record.rights)));
    if (/^\d{4}(-[01]\d(-\d\d)?)?$/.test(record.date.text)) {
      assert.ok(item.includes(`<dateIssued>${record.date.text}</dateIssued>`), record.date.text);
    } else assert.ok(plain(item).includes(`(${record.date.text} in EDTF)`), record.date.text);
    // bibutils takes every author for a person and parts names at spaces and hyphens: the words stay.
    const names = parts(/<namePart[^>]*>(.*?)<\/namePart>/g).join(' ');
    const words = (text: string) =>
      text.split(/[\s.-]+/).filter((word) => word !== '' && word !== 'and');
    assert.deepEqual(
      words(names).sort(),
      words(even(record.authors.map(spokenName).join(' '))).sort(),
    );
  }
});
