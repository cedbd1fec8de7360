import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { type RecordLine, recordLine } from '../../formats/data/record-lines.ts';
import { formatProblems } from '../../model/problem.ts';
import { sha256 } from '../../record/hash.ts';
import { restoreRecord } from './restore-record.ts';

const header = (files: number) => `{"format":"pressmark-record-1","files":${files}}\n`;
const SETTINGS = line('archive.yml', 'title: é\r\n');
let [site, target] = ['', ''];

function line(file: string, text: string): RecordLine {
  return { path: file, sha256: sha256(text), text };
}

function publish(...lines: (RecordLine | string)[]): void {
  const text = lines.map((one) => (typeof one === 'string' ? one : recordLine(one))).join('');
  mkdirSync(path.join(site, 'data'), { recursive: true });
  writeFileSync(path.join(site, 'data/record.ndjson'), text);
}

const root = mkdtempSync(path.join(tmpdir(), 'pressmark-restore-'));
after(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  const folder = mkdtempSync(path.join(root, 'case-'));
  [site, target] = [path.join(folder, 'site'), path.join(folder, 'content')];
});

test('files come back byte for byte, texts, captures and others', async () => {
  const capture = Buffer.from([0xff, 0x00, 0x0a]);
  publish(
    header(3),
    SETTINGS,
    { path: 'captures/2001/a.bin', sha256: sha256(capture), at: 'captures/2001/a.bin' },
    { path: 'captures/2001/x.bin', sha256: sha256(capture), base64: capture.toString('base64') },
  );
  mkdirSync(path.join(site, 'captures/2001'), { recursive: true });
  writeFileSync(path.join(site, 'captures/2001/a.bin'), capture);
  assert.deepEqual(await restoreRecord(site, target), { count: 3, withheld: [], problems: [] });
  assert.equal(readFileSync(path.join(target, 'archive.yml'), 'utf8'), 'title: é\r\n');
  assert.deepEqual(readFileSync(path.join(target, 'captures/2001/a.bin')), capture);
  assert.deepEqual(readFileSync(path.join(target, 'captures/2001/x.bin')), capture);
});

test('a file with line separators of Unicode in it comes back whole', async () => {
  const odd = line('people/odd.yml', 'name: a # \u2028 and \u2029 and \u0085\n');
  publish(header(2), SETTINGS, odd);
  assert.deepEqual(await restoreRecord(site, target), { count: 2, withheld: [], problems: [] });
  assert.equal(sha256(readFileSync(path.join(target, 'people/odd.yml'))), odd.sha256);
});

test('a file longer than what is read at once comes back whole, also over changed line ends', async () => {
  const long = line('people/long.yml', `name: ${'ab\u2028é'.repeat(400_000)}\n`);
  publish(header(2), recordLine(SETTINGS).replace('\n', '\r\n'), long);
  assert.deepEqual(await restoreRecord(site, target), { count: 2, withheld: [], problems: [] });
  assert.equal(sha256(readFileSync(path.join(target, 'people/long.yml'))), long.sha256);
});

test('a file put in by somebody, and a folder where bytes must be, are reported and not thrown', async () => {
  mkdirSync(path.join(site, 'captures/2001/a.bin'), { recursive: true });
  publish(
    header(3),
    line('people/bob.yml', 'x'),
    line('people/anna.yml', 'x'),
    { path: 'captures/2001/a.txt', sha256: sha256(''), at: 'captures/2001/a.bin' },
    line('people/eve.yml', 'x'),
  );
  const { problems } = await restoreRecord(site, target);
  assert.deepEqual(
    problems.map((problem) => problem.line),
    [4, 5],
  );
  assert.match(problems.at(-1)?.what ?? '', /4 files, and the first line says 3/);
});

test('a path that is none of the record’s is refused, each with its line, and nothing of it is written', async () => {
  const paths = [
    ...['../evil', '/evil', 'a/../../evil', 'a\\..\\evil', 'C:evil', 'a//b', '', '.', '..'],
    ...['.adding.json', '.withdrawing.json', '.sealing.json', '.archive-lock/holder.json'],
    ...[
      '.git/config',
      '.git/hooks/post-checkout',
      '.gitattributes',
      '.gitmodules',
      'articles/.git/x',
    ],
    ...['notes.txt', 'articles/2001/x.md', 'articles/x.mdx', 'articles/2001/a/x.mdx', 'src/x.ts'],
    ...['people/Anna.yml', 'people/anna.YML', 'people/con.yml', 'captures/2001/aux.txt'],
    ...[
      'people/anna.yml ',
      'people/anna.yml.',
      'people/a:b.yml',
      'captures/2001/a\0.txt',
      'pages/é.mdx',
    ],
    ...[
      `people/${'a'.repeat(151)}.yml`,
      `captures/2001/a.${'b'.repeat(200)}`,
      'captures/2001/\u001b[2J.txt',
    ],
  ];
  publish(header(paths.length + 1), SETTINGS, ...paths.map((file) => line(file, 'x')));
  const { problems } = await restoreRecord(site, target);
  assert.deepEqual(
    problems.map((problem) => problem.line),
    paths.map((_, at) => at + 3),
  );
  assert.doesNotMatch(formatProblems(problems), /[^\n\P{Cc}]/u);
  assert.deepEqual(readdirSync(target), ['archive.yml']);
  assert.deepEqual(readdirSync(path.join(target, '..')).sort(), ['content', 'site']);
});

test('every kind of file that a record has comes back', async () => {
  const paths = [
    ...['manifest-sha256.txt', 'articles/2001/a-b.mdx', 'captures/2001/a-b.html.gz'],
    ...['people/anna.yml', 'places/a.yml', 'outlets/a.yml', 'sources/a.yml', 'topics/a.yml'],
    ...['dossiers/a.mdx', 'pages/home.mdx', 'pictures/2001/a-b/1.jpg'],
  ];
  publish(header(paths.length + 1), SETTINGS, ...paths.map((file) => line(file, 'x')));
  assert.deepEqual((await restoreRecord(site, target)).problems, []);
});

test('bytes are taken from the copy itself, not through a link in it', async () => {
  const outside = path.join(site, '../secret');
  mkdirSync(path.join(site, 'captures/2001'), { recursive: true });
  writeFileSync(outside, 'secret');
  symlinkSync(outside, path.join(site, 'captures/2001/a.bin'));
  symlinkSync(path.dirname(outside), path.join(site, 'captures/2002'));
  const of = (at: string, file: string) => ({ path: file, sha256: sha256('secret'), at });
  publish(
    header(4),
    SETTINGS,
    of('captures/2001/a.bin', 'captures/2001/a.txt'),
    of('captures/2002/secret', 'captures/2001/b.txt'),
    of('../secret', 'captures/2001/c.txt'),
  );
  const { problems } = await restoreRecord(site, target);
  assert.deepEqual(
    problems.map((problem) => problem.line),
    [3, 4, 5],
  );
});

test('every changed, missing, repeated and cut-off file is reported in one run', async () => {
  publish(
    header(5),
    { ...SETTINGS, sha256: sha256('other') },
    { path: 'captures/2001/a.txt', sha256: sha256(''), at: 'captures/2001/a.bin' },
    line('people/a.yml', 'x'),
    line('people/a.yml', 'x'),
    '{"path":"articles/20',
  );
  const { problems } = await restoreRecord(site, target);
  assert.deepEqual(
    problems.map((problem) => problem.line),
    [2, 3, 5, 6],
  );
});

test('a copy that ends early, another file and no file at all are told apart', async () => {
  const missing = await restoreRecord(site, target);
  assert.match(missing.problems[0]?.what ?? '', /no such file/);
  publish('{"format":"something else"}\n');
  const other = await restoreRecord(site, target);
  assert.match(other.problems[0]?.what ?? '', /does not begin/);
  publish(header(2), SETTINGS);
  const short = await restoreRecord(site, target);
  assert.match(short.problems[0]?.what ?? '', /ends after 1 of 2/);
});
