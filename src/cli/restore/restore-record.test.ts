import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { type RecordLine, recordLine } from '../../formats/data/record-lines.ts';
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
    { path: 'captures/x', sha256: sha256(capture), base64: capture.toString('base64') },
  );
  mkdirSync(path.join(site, 'captures/2001'), { recursive: true });
  writeFileSync(path.join(site, 'captures/2001/a.bin'), capture);
  assert.deepEqual(await restoreRecord(site, target), { count: 3, withheld: [], problems: [] });
  assert.equal(readFileSync(path.join(target, 'archive.yml'), 'utf8'), 'title: é\r\n');
  assert.deepEqual(readFileSync(path.join(target, 'captures/2001/a.bin')), capture);
  assert.deepEqual(readFileSync(path.join(target, 'captures/x')), capture);
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

test('a file put in by somebody, and one where a folder must be, are reported and not thrown', async () => {
  mkdirSync(path.join(site, 'captures/2001/a.bin'), { recursive: true });
  publish(
    header(3),
    line('people', 'x'),
    line('people/anna.yml', 'x'),
    { path: 'captures/2001/a.txt', sha256: sha256(''), at: 'captures/2001/a.bin' },
    line('people/eve.yml', 'x'),
  );
  const { problems } = await restoreRecord(site, target);
  assert.deepEqual(
    problems.map((problem) => problem.line),
    [3, 4, 5, 5],
  );
  assert.match(problems.at(-1)?.what ?? '', /4 files, and the first line says 3/);
});

test('a path that leads out of the folder is refused and nothing is written there', async () => {
  for (const file of ['../evil', '/evil', 'a/../../evil', 'a\\..\\evil', 'C:evil', 'a//b', '']) {
    publish(header(2), SETTINGS, line(file, 'x'));
    const { problems } = await restoreRecord(site, target);
    assert.equal(problems.length, 1, file);
    assert.equal(problems[0]?.line, 3);
  }
  assert.equal(existsSync(path.join(target, '../evil')), false);
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
