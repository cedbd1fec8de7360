import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { repairArchive } from '../../src/cli/repair/repair-archive.ts';
import { allFiles, planSeal } from '../../src/cli/seal/plan.ts';
import { sealFiles } from '../../src/cli/seal/seal-files.ts';
import { manifestRule } from '../../src/cli/verify/content/manifest.ts';
import { MANIFEST_FILE, parseManifest } from '../../src/record/manifest.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { BASE, copyOfBase, recordOf, replace, write } from './temp-archive.ts';

const FERRY = 'articles/1998/ferry-returns-to-lindmar.mdx';
const CAPTURE = 'captures/1998/ferry-returns-to-lindmar.txt';

const DAY = '2026-11-30';
const REASON = 'The first capture broke off after the second paragraph.';
const silent = () => {};

function carryOut(folder: string, files: readonly string[], reason?: string): readonly string[] {
  const { report, left } = sealFiles(folder, files, { day: DAY, reason }, silent);
  assert.deepEqual(left, []);
  return report;
}

function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Names of files whose lines in the manifest differ between two folders. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) => parseManifest(text).manifest);
  const files = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...files].filter((file) => old?.get(file) !== now?.get(file)).sort();
}

test('a plan changes nothing by itself', (t) => {
  const folder = copyOfBase(t);
  replace(folder, CAPTURE, '212', '213');
  const before = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const texts = [MANIFEST_FILE, FERRY].map((file) => read(folder, file));
  planSeal(folder, [CAPTURE], { day: DAY, reason: REASON });
  assert.deepEqual(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(), before);
  assert.deepEqual(
    [MANIFEST_FILE, FERRY].map((file) => read(folder, file)),
    texts,
  );
});

test('sealing what has not changed writes the manifest as it is', () => {
  const { writes, report } = planSeal(BASE, allFiles(BASE), { day: DAY, all: true });
  assert.deepEqual([...writes.keys()], [MANIFEST_FILE]);
  assert.equal(writes.get(MANIFEST_FILE), read(BASE, MANIFEST_FILE));
  assert.ok(report.length > 10 && report.every((line) => line.endsWith(': unchanged')));
});

test('an edit that was meant is accepted, and that of its file alone', (t) => {
  const folder = copyOfBase(t);
  replace(folder, 'people/ada-brenner.yml', 'Reporter', 'Editor');
  replace(folder, 'people/mira-sand.yml', 'Mira Sand', 'Mira Sander');
  const before = read(folder, MANIFEST_FILE);
  const report = carryOut(folder, ['people/ada-brenner.yml']);
  assert.deepEqual(changedLines(before, read(folder, MANIFEST_FILE)), ['people/ada-brenner.yml']);
  assert.match(report.join('\n'), /^people\/ada-brenner\.yml: changed, sealed as [0-9a-f]{64}$/);
});

test('sealing a capture with a reason renews its hash in its article and keeps the reason there, and changes nothing else', (t) => {
  const folder = copyOfBase(t);
  const old = createHash('sha256').update(read(folder, CAPTURE)).digest('hex');
  replace(folder, CAPTURE, 'Weather', 'Weather 1$& \\1');
  replace(folder, FERRY, 'title: Ferry', `# ${old}\ntitle: Ferry`);
  replace(folder, FERRY, 'one goat.', `one goat, ${old}, _so_ [1].`);
  const article = read(folder, FERRY);
  const report = carryOut(folder, [CAPTURE], REASON);
  const hash = createHash('sha256').update(read(folder, CAPTURE)).digest('hex');
  const note = `corrections:\n  - date: ${DAY}\n    text: "${REASON} (Replaced; SHA-256 before: ${old}.)"`;
  assert.equal(
    read(folder, FERRY),
    article.replace(`sha256: ${old}`, `sha256: ${hash}`).replace('\n---\n', `\n${note}\n---\n`),
  );
  assert.equal(report.length, 2);
  assert.ok(readArchive(folder).record);
  assert.deepEqual(manifestRule({ folder }), []);
});

test('a capture whose name begins like another’s does not change that other article', (t) => {
  const folder = copyOfBase(t);
  write(folder, `${CAPTURE}.html`, 'Another capture.\n');
  write(folder, 'captures/1998/ferry.txt', 'Another capture.\n');
  const article = read(folder, FERRY);
  carryOut(folder, [`${CAPTURE}.html`, 'captures/1998/ferry.txt']);
  assert.equal(read(folder, FERRY), article);
  assert.equal(
    changedLines(read(BASE, MANIFEST_FILE), read(folder, MANIFEST_FILE)).join(' '),
    `${CAPTURE}.html captures/1998/ferry.txt`,
  );
});

test('the hash is found however the front matter writes it', (t) => {
  const folder = copyOfBase(t);
  const text = read(folder, FERRY);
  const stated = /sha256: ([0-9a-f]{64})/.exec(text)?.[1] ?? '';
  const group = /capture:\n.*\n {2}sha256: .*\n/;
  const forms = [
    `capture: { sha256: "${stated}", file: ${CAPTURE} }\n`,
    `capture:\n  sha256: '${stated}'\n  file: "${CAPTURE}"\n`,
    `capture:\n  file: ${CAPTURE}\n  sha256: >-\n    ${stated}\n`,
  ];
  for (const form of forms) {
    write(folder, FERRY, text.replace(group, form));
    write(folder, CAPTURE, read(BASE, CAPTURE).replace('212', `${form.length}`));
    carryOut(folder, [CAPTURE], REASON);
    const { articles } = recordOf(folder);
    assert.notEqual(articles[0]?.data.capture.sha256, stated, form);
  }
});

test('a file that was removed on purpose loses its line; a capture only if no article is made from it', (t) => {
  const folder = copyOfBase(t);
  write(folder, 'captures/1998/unused.txt', 'x');
  carryOut(folder, ['captures/1998/unused.txt']);
  for (const file of ['captures/1998/unused.txt', 'topics/town-life.yml', CAPTURE]) {
    rmSync(path.join(folder, file));
  }
  const before = read(folder, MANIFEST_FILE);
  const all = sealFiles(folder, undefined, { day: DAY }, silent);
  assert.deepEqual(
    all.left.map(({ file }) => file),
    [CAPTURE, 'captures/1998/unused.txt'],
  );
  assert.deepEqual(changedLines(before, read(folder, MANIFEST_FILE)), ['topics/town-life.yml']);
  const report = carryOut(folder, ['captures/1998/unused.txt']);
  assert.match(report.join(), /taken out of the manifest; the file is gone/);
  const { left } = sealFiles(folder, [CAPTURE], { day: DAY, reason: REASON }, silent);
  assert.match(left[0]?.what ?? '', /an article is made from it \(articles\/1998\/ferry/);
});

test('sealing all makes a manifest that verify accepts, from nothing too', (t) => {
  const folder = copyOfBase(t);
  rmSync(path.join(folder, MANIFEST_FILE));
  write(folder, 'topics/fishing.yml', 'name: Fishing\n');
  const { left } = sealFiles(folder, undefined, { day: DAY }, silent);
  assert.deepEqual(left, []);
  assert.deepEqual(manifestRule({ folder }), []);
  const lines = read(folder, MANIFEST_FILE).trimEnd().split('\n');
  assert.ok(lines.every((line) => /^[0-9a-f]{64} {2}\S+$/.test(line)));
  const files = lines.map((line) => line.slice(66));
  assert.deepEqual(files, [...files].sort());
  assert.ok(files.includes('topics/fishing.yml') && !files.includes(MANIFEST_FILE));
});

test('sealing all never accepts a capture or a picture that was replaced, nor a new one that no entry states', (t) => {
  const folder = copyOfBase(t);
  const picture = 'pictures/1998/ferry-returns-to-lindmar/1.jpg';
  write(folder, picture, 'picture');
  carryOut(folder, [picture]);
  write(folder, picture, 'another');
  replace(folder, CAPTURE, '212', '213');
  replace(folder, 'people/ada-brenner.yml', 'Reporter', 'Editor');
  write(folder, 'captures/2003/new.txt', 'nobody states this');
  const [before, entry] = [read(folder, MANIFEST_FILE), read(folder, FERRY)];
  const { left } = sealFiles(folder, undefined, { day: DAY }, silent);
  assert.deepEqual(
    left.map(({ file }) => file),
    [CAPTURE, 'captures/2003/new.txt', picture],
  );
  assert.deepEqual(changedLines(before, read(folder, MANIFEST_FILE)), ['people/ada-brenner.yml']);
  assert.equal(read(folder, FERRY), entry);
  // By name it needs a reason, and with one that cannot be sealed nothing is.
  const named = sealFiles(folder, [CAPTURE, 'captures/2003/new.txt'], { day: DAY }, silent);
  assert.match(named.left[0]?.remedy ?? '', /--reason/);
  assert.deepEqual(changedLines(before, read(folder, MANIFEST_FILE)), ['people/ada-brenner.yml']);
  carryOut(folder, [picture], REASON);
  assert.match(read(folder, FERRY), /corrections:\n.*2026-11-30\n.*SHA-256 before: [0-9a-f]{64}/);
});

test('a capture of which the line ends alone differ is never sealed, and repaired', (t) => {
  const folder = copyOfBase(t);
  const text = read(folder, CAPTURE);
  write(folder, CAPTURE, text.replaceAll('\n', '\r\n'));
  for (const files of [undefined, [CAPTURE]]) {
    const { left } = sealFiles(folder, files, { day: DAY, reason: REASON }, silent);
    assert.match(left[0]?.remedy ?? '', /npm run repair/);
  }
  const [problem] = readArchive(folder).problems;
  assert.match(problem?.what ?? '', /its line ends differ, and nothing else/);
  assert.doesNotMatch(`${problem?.remedy} ${manifestRule({ folder })[0]?.remedy}`, /seal --/);
  const { report } = repairArchive(folder, silent);
  assert.match(report.join(), /put the sealed line ends back/);
  assert.equal(read(folder, CAPTURE), text);
  assert.deepEqual(manifestRule({ folder }), []);
});

test('the archive’s own texts are sealed with LF', (t) => {
  const folder = copyOfBase(t);
  const text = read(folder, FERRY).replace('one goat', 'two goats');
  write(folder, FERRY, text.replaceAll('\n', '\r\n'));
  assert.match(carryOut(folder, [FERRY]).join(), /line ends made LF/);
  assert.equal(read(folder, FERRY), text);
  assert.deepEqual(manifestRule({ folder }), []);
});

test('all files are those of the record and those that the manifest still names', (t) => {
  const folder = copyOfBase(t);
  rmSync(path.join(folder, CAPTURE));
  write(folder, 'notes.txt', 'x');
  const files = allFiles(folder);
  assert.ok(files.includes(CAPTURE) && files.includes('notes.txt'));
  assert.ok(!files.includes(MANIFEST_FILE));
});
