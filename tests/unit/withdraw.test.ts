import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { findSentences } from '../../src/cli/sentences/find-sentences.ts';
import { takenDownRule } from '../../src/cli/verify/site/taken-down.ts';
import { planWithdrawal, type WithdrawPlan } from '../../src/cli/withdraw/plan.ts';
import { shinglesOf } from '../../src/model/shingles.ts';
import { listFiles } from '../../src/record/content-files.ts';
import { sha256 } from '../../src/record/hash.ts';
import { formatManifest, hashFile, MANIFEST_FILE } from '../../src/record/manifest.ts';
import { readSound } from '../../src/record/quarantine.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { withdrawFiles } from '../../src/record/withdraw-files.ts';
import { copyOfBase, recordOf, replace, write } from './temp-archive.ts';

const ID = '1998/ferry-returns-to-lindmar';
const ENTRY = `articles/${ID}.mdx`;
const CAPTURE = `captures/${ID}.txt`;
const OTHER = 'articles/2003/council-votes-on-the-old-mill.mdx';
const SENTENCE = 'The harbour master, Tomas Okell, counted 212 passengers and one goat.';
const WORDS = new Set(shinglesOf(SENTENCE));
const ASKED = { help: false, yes: true, dryRun: false, keepTitle: false, outlet: undefined };
const REASON = 'Its author asked for the text to be taken down.';
const GUIDE = `---
title: "On the ferry"
description: "How the ferry of Lindmar came back after eleven winters."
author: The editors
date: "2020-01-01"
---

It came back on a day in May:

<Quote article="${ID}" at="p3" text="${SENTENCE}" />

<Card article="${ID}" />

See [the place](/articles/${ID}.html#p3) yourself.
`;

async function withdraw(folder: string, id = ID): Promise<WithdrawPlan> {
  const { articles } = readArchive(folder, undefined, { whole: true });
  const plan = await planWithdrawal(
    folder,
    articles,
    { ...ASKED, id, reason: REASON },
    '2026-01-31',
  );
  withdrawFiles(folder, plan.withdrawal);
  return plan;
}

function seal(folder: string): void {
  const files = listFiles(folder).files.filter((file) => file !== MANIFEST_FILE);
  const manifest = new Map(files.map((file) => [file, hashFile(folder, file)]));
  writeFileSync(path.join(folder, MANIFEST_FILE), formatManifest(manifest));
}

function archive(t: TestContext): string {
  const folder = copyOfBase(t);
  seal(folder);
  return folder;
}

const BREAKS: Record<string, (folder: string) => void> = {
  'a headline that is no YAML': (folder) =>
    replace(folder, ENTRY, 'title: Ferry Returns to Lindmar', 'title: "Ferry: [Returns'),
  'an unknown field, and a date that is none': (folder) =>
    replace(folder, ENTRY, 'date: 1998-05-02', 'date: soon\nfavourite: yes'),
  'no end of the front matter': (folder) => replace(folder, ENTRY, '---\n\nBy Ada', '\nBy Ada'),
  'a body that does not compile': (folder) =>
    replace(folder, ENTRY, 'LINDMAR - The old', '{process.exit()} <Nothing /> The old'),
  'merge markers': (folder) =>
    replace(
      folder,
      ENTRY,
      'byline: By Ada Brenner',
      '<<<<<<< HEAD\nbyline: A\n=======\nbyline: B\n>>>>>>> x',
    ),
  'no capture': (folder) => rmSync(path.join(folder, CAPTURE)),
  'a capture that was changed': (folder) => write(folder, CAPTURE, `${SENTENCE} And more.`),
  'withdrawn by hand, with its text': (folder) =>
    replace(folder, ENTRY, 'outlet: lake', 'access: withdrawn\noutlet: lake'),
};

for (const [name, spoil] of Object.entries(BREAKS)) {
  test(`an article is withdrawn although its entry has ${name}`, async (t) => {
    const folder = archive(t);
    const sealed = hashFile(folder, CAPTURE);
    spoil(folder);
    await withdraw(folder);
    const { record, problems } = readArchive(folder);
    assert.deepEqual(problems, []);
    assert.ok(!existsSync(path.join(folder, CAPTURE)));
    assert.deepEqual([...findSentences(folder, WORDS)], []);
    const [tombstone] = record?.withdrawn ?? [];
    assert.equal(tombstone?.data.outlet, 'lake-courier');
    assert.deepEqual(tombstone?.data.source, ['lake-courier']);
    const { capture, withdrawn } = tombstone?.data ?? {};
    assert.ok([capture?.sha256, ...(withdrawn?.captures ?? [])].includes(sealed));
    assert.ok(withdrawn?.trace, 'its words are known again');
  });
}

test('problems of other files are not in the way, and are told', async (t) => {
  const folder = archive(t);
  replace(folder, OTHER, 'title: ', 'titel: ');
  write(folder, 'people/mira-sand.yml', 'name: [');
  write(folder, 'dossiers/broken.mdx', '{process.env.HOME}');
  rmSync(path.join(folder, 'archive.yml'));
  await withdraw(folder);
  assert.deepEqual([...findSentences(folder, WORDS)], []);
  const { problems } = readArchive(folder);
  assert.ok(problems.length >= 4);
  assert.ok(problems.every(({ file }) => file !== ENTRY));
});

test('of two articles with one capture each can be withdrawn, and with the last the capture goes', async (t) => {
  const folder = archive(t);
  const text = readFileSync(path.join(folder, ENTRY), 'utf8');
  write(folder, 'articles/1998/copy.mdx', text.replace(/aliases:\n.*\n/, ''));
  seal(folder);
  const plan = await withdraw(folder);
  assert.deepEqual(plan.shared, [CAPTURE]);
  assert.deepEqual(
    plan.alike.map(({ id }) => id),
    ['1998/copy'],
  );
  assert.deepEqual(readArchive(folder).problems, [], 'the site is built without the one at once');
  await withdraw(folder, '1998/copy');
  assert.deepEqual(readArchive(folder).problems, []);
  assert.deepEqual([...findSentences(folder, WORDS)], []);
});

test('a dossier shows a note in the place of what it quotes, in the record and in what is published of it', async (t) => {
  const folder = archive(t);
  write(folder, 'dossiers/ferry.mdx', GUIDE);
  seal(folder);
  assert.deepEqual(readArchive(folder).problems, []);
  const { quoting } = await withdraw(folder);
  assert.deepEqual(
    quoting.map(({ file, whole }) => [file, whole]),
    [['dossiers/ferry.mdx', false]],
  );
  const { record, problems } = readArchive(folder);
  assert.deepEqual(problems, []);
  const [dossier] = record?.dossiers ?? [];
  assert.ok(dossier?.published);
  assert.deepEqual(
    shinglesOf(dossier.published).filter((run) => WORDS.has(run)),
    [],
  );
  assert.match(
    dossier.published,
    /withdrawn on 31 January 2026\]\(\/articles\/1998\/ferry[^)#]*\) was quoted/,
  );
  assert.ok(!dossier.published.includes('#p3'));
  assert.deepEqual(
    dossier.heldBack.map(({ line }) => line),
    [10, 12],
  );
  assert.equal(dossier.published.split('\n').length, GUIDE.split('\n').length);
  // Read again, as restored from a site, it is a dossier without a fault.
  write(folder, 'dossiers/ferry.mdx', dossier.published);
  const again = readArchive(folder);
  assert.deepEqual(again.problems, []);
  assert.equal(again.record?.dossiers[0]?.published, undefined);
});

test('a dossier in whose own text sentences stand is held back as a whole, until it is edited', async (t) => {
  const folder = archive(t);
  const prose = `${GUIDE}\n“${SENTENCE.toUpperCase()}”, we read.\n`;
  write(folder, 'dossiers/ferry.mdx', prose);
  write(folder, 'dossiers/mill.mdx', GUIDE.replaceAll(/<.*>/g, '').replace('(/articles', '(/x'));
  seal(folder);
  const { quoting } = await withdraw(folder);
  assert.deepEqual(
    quoting.map(({ file, whole }) => [file, whole]),
    [['dossiers/ferry.mdx', true]],
  );
  const { record } = readArchive(folder);
  const text = record?.dossiers[0]?.published ?? '';
  assert.match(text, /A dossier that is being revised[\s\S]*withdrawn on 31 January 2026/);
  assert.deepEqual(
    shinglesOf(text).filter((run) => WORDS.has(run)),
    [],
  );
  assert.equal(record?.dossiers[0]?.data.author, 'The editors');
  write(folder, 'dossiers/ferry.mdx', prose.replace(/“.*/, ''));
  const edited = readArchive(folder).record?.dossiers[0];
  assert.match(edited?.published ?? '', /It came back on a day in May/);
});

test('what comes back with a merge or a copy is a problem, under another name and beside other articles too', async (t) => {
  const folder = archive(t);
  const [entry, capture] = [ENTRY, CAPTURE].map((file) =>
    readFileSync(path.join(folder, file), 'utf8'),
  );
  await withdraw(folder);
  const restored =
    entry?.replace(/aliases:\n.*\n/, '').replaceAll(CAPTURE, 'captures/1998/back.txt') ?? '';
  write(folder, 'articles/1998/back.mdx', restored);
  write(folder, 'captures/1998/back.txt', capture ?? '');
  const [problem, ...others] = readArchive(folder).problems;
  assert.match(problem?.what ?? '', /its capture is the one of articles\/1998\/ferry-returns/);
  assert.deepEqual(others, []);
  const changed = `${capture}\n`;
  write(folder, 'captures/1998/back.txt', changed);
  write(
    folder,
    'articles/1998/back.mdx',
    restored.replace(/sha256: .*/, `sha256: ${sha256(changed)}`),
  );
  assert.match(
    readArchive(folder).problems[0]?.what ?? '',
    /its text is nearly the same \(100 %\)/,
  );
  rmSync(path.join(folder, 'articles/1998/back.mdx'));
  assert.match(
    readArchive(folder).problems[0]?.what ?? '',
    /This is the capture of a withdrawn article/,
  );
  rmSync(path.join(folder, 'captures/1998/back.txt'));
  assert.deepEqual(readArchive(folder).problems, []);
});

test('a tombstone of earlier versions still knows hash and address, and one that is broken still guards', async (t) => {
  const folder = archive(t);
  copyFileSync(path.join(folder, CAPTURE), path.join(folder, 'kept.txt'));
  await withdraw(folder);
  const text = readFileSync(path.join(folder, ENTRY), 'utf8');
  const old = text
    .replace(/ {2}trace: .*\n/, '')
    .replace('access:', 'url: https://www.example.org/f?utm_source=x\naccess:');
  write(folder, ENTRY, old);
  const bytes = readFileSync(path.join(folder, 'kept.txt'));
  rmSync(path.join(folder, 'kept.txt'));
  write(folder, 'captures/1998/back.txt', bytes);
  assert.equal(readArchive(folder).problems.length, 1);
  rmSync(path.join(folder, 'captures/1998/back.txt'));
  replace(folder, OTHER, 'dateline:', 'url: http://m.example.org/f/#top\ndateline:');
  assert.match(readArchive(folder).problems[0]?.what ?? '', /its original address is that of/);
  // Where what has problems is left out, a tombstone with problems is; what it says still counts.
  write(folder, ENTRY, old.replace('outlet: lake-courier', 'outlet: lake-courier\nfavourite: x'));
  const { record } = readSound(folder);
  assert.deepEqual(record?.articles, []);
});

test('a site that was built before a withdrawal is told as long as it shows the article', async (t) => {
  const folder = archive(t);
  const site = path.join(folder, '..', 'site');
  const capture = readFileSync(path.join(folder, CAPTURE), 'utf8');
  write(
    site,
    `articles/${ID}.html`,
    `<title>x</title><p>${capture.replaceAll('\n\n', '</p><p>')}</p>`,
  );
  write(site, `captures/${ID}.bin`, capture);
  await withdraw(folder);
  const found = takenDownRule({ folder: site, record: recordOf(folder) });
  assert.deepEqual(
    found.map(({ file }) => file),
    [`/articles/${ID}.html`, `/captures/${ID}.bin`],
  );
  write(site, `articles/${ID}.html`, `<title>x</title><p class="lede">${REASON}</p>`);
  rmSync(path.join(site, `captures/${ID}.bin`));
  assert.deepEqual(takenDownRule({ folder: site, record: recordOf(folder) }), []);
});
