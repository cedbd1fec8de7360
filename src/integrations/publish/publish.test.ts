import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { recoverSite } from '../../record/recover-site.ts';
import { publish } from './integration.ts';
import { dropAlike, hasChanges, linkKept } from './keep-files.ts';
import { replaceSite } from './replace-site.ts';

/** An empty folder with the place of a site in it, removed when the test is over. */
function place(t: TestContext): { folder: string; out: string; staging: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-publish-'));
  t.after(() => {
    for (const name of [folder, `${folder}-cache`]) rmSync(name, { recursive: true, force: true });
  });
  return { folder, out: path.join(folder, 'dist'), staging: path.join(folder, 'dist.building-1') };
}

function makeSite(folder: string, words: string): void {
  mkdirSync(path.join(folder, 'people'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), words);
  writeFileSync(path.join(folder, 'people', `${words}.html`), words);
}

function siteAt(folder: string): string | undefined {
  const index = path.join(folder, 'index.html');
  return existsSync(index) ? readFileSync(index, 'utf8') : undefined;
}

test('a finished site takes the place of the old one, and nothing of the old is left', (t) => {
  const { folder, out, staging } = place(t);
  makeSite(out, 'old');
  makeSite(staging, 'new');
  replaceSite(staging, out, `${folder}-cache`);
  assert.deepEqual(readdirSync(folder), ['dist']);
  assert.deepEqual(readdirSync(path.join(out, 'people')), ['new.html']);
  assert.equal(siteAt(out), 'new');
});

test('the first site has no old one to replace', (t) => {
  const { folder, out, staging } = place(t);
  makeSite(staging, 'new');
  replaceSite(staging, out, `${folder}-cache`);
  assert.deepEqual(readdirSync(folder), ['dist']);
  assert.equal(siteAt(out), 'new');
});

test('a build that was killed at any step leaves a site that the next one finds and replaces', (t) => {
  const states: [string, Record<string, string>, string | undefined][] = [
    ['before the first build was whole', { 'dist.building-1': 'new' }, undefined],
    ['before the swap', { dist: 'old', 'dist.building-1': 'new' }, 'old'],
    ['between the two renames', { 'dist.previous': 'old', 'dist.building-1': 'new' }, 'old'],
    ['after the swap', { dist: 'new', 'dist.previous': 'old' }, 'new'],
    ['nothing was built yet', {}, undefined],
  ];
  for (const [name, sites, recovered] of states) {
    const { folder, out } = place(t);
    for (const [site, words] of Object.entries(sites)) makeSite(path.join(folder, site), words);
    recoverSite(out);
    assert.equal(siteAt(out), recovered, name);
    const staging = path.join(folder, 'dist.building-2');
    makeSite(staging, 'next');
    replaceSite(staging, out, `${folder}-cache`);
    assert.equal(siteAt(out), 'next', name);
    assert.ok(!existsSync(`${out}.previous`), name);
  }
});

test('recovering never replaces a site that is there', (t) => {
  const { out } = place(t);
  makeSite(out, 'new');
  makeSite(`${out}.previous`, 'old');
  recoverSite(out);
  recoverSite(out);
  assert.equal(siteAt(out), 'new');
});

type Hooks = ReturnType<typeof publish>['hooks'];

/** Starts a build or a server as Astro does, and gives the folder that it is told to build into. */
function setUp(out: string, command: 'build' | 'dev'): string | undefined {
  const { hooks } = publish({ folders: { content: '', cache: '', out } });
  let outDir: URL | undefined;
  const updateConfig = (config: { outDir?: URL }) => {
    outDir = config.outDir;
  };
  const options = { command, updateConfig } as unknown as Parameters<
    NonNullable<Hooks['astro:config:setup']>
  >[0];
  void hooks['astro:config:setup']?.(options);
  return outDir?.pathname;
}

test('a build writes beside the site', (t) => {
  const { out } = place(t);
  makeSite(out, 'old');
  assert.equal(setUp(out, 'build'), `${out}.building-${process.pid}/`);
  assert.equal(siteAt(out), 'old');
});

test('what stays of the old site is linked into the new one, which replaces it whole', (t) => {
  const { folder, out, staging } = place(t);
  makeSite(out, 'old');
  mkdirSync(path.join(out, 'places'));
  writeFileSync(path.join(out, 'places', 'gone.html'), 'x');
  writeFileSync(path.join(out, 'about.html'), 'about');
  makeSite(staging, 'new');
  writeFileSync(path.join(staging, 'about.html'), 'about');
  const before = statSync(path.join(out, 'about.html'));
  const fresh = dropAlike(staging, out);
  assert.deepEqual(fresh.sort(), ['about.html', 'index.html', 'people/new.html']);
  const stays = new Set([...fresh, 'people/old.html']);
  assert.ok(hasChanges(staging, out, stays));
  linkKept(staging, out, stays);
  // Until the swap the old site stands as it was.
  assert.equal(siteAt(out), 'old');
  assert.ok(existsSync(path.join(out, 'places', 'gone.html')));
  replaceSite(staging, out, `${folder}-cache`);
  assert.deepEqual(readdirSync(folder), ['dist']);
  assert.deepEqual(readdirSync(out).sort(), ['about.html', 'index.html', 'people']);
  assert.deepEqual(readdirSync(path.join(out, 'people')).sort(), ['new.html', 'old.html']);
  assert.equal(siteAt(out), 'new');
  const { ino, mtimeMs } = statSync(path.join(out, 'about.html'));
  assert.deepEqual([ino, mtimeMs], [before.ino, before.mtimeMs]);
});

test('a site that would come out as it stands has no changes', (t) => {
  const { out, staging } = place(t);
  makeSite(out, 'old');
  makeSite(staging, 'old');
  const fresh = dropAlike(staging, out);
  assert.ok(!hasChanges(staging, out, new Set(fresh)));
  assert.ok(hasChanges(staging, out, new Set(['index.html'])));
});

test('a server touches no site', (t) => {
  const { out } = place(t);
  makeSite(`${out}.previous`, 'old');
  assert.equal(setUp(out, 'dev'), undefined);
  assert.equal(siteAt(out), undefined);
});

test('what killed builds left is removed, what living ones are making is kept', (t) => {
  const { folder, out } = place(t);
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const kept = [
    `dist.building-${process.ppid}`,
    'dist.building-notes',
    'dist.previous',
    'distant.building-1',
    `site.building-${dead}`,
  ];
  for (const name of [...kept, `dist.building-${dead}`]) makeSite(path.join(folder, name), 'x');
  makeSite(out, 'old');
  setUp(out, 'build');
  assert.deepEqual(readdirSync(folder).sort(), ['dist', ...kept].sort());
});

test('a build into a folder that is not there yet makes the folders above it', (t) => {
  const { folder } = place(t);
  const out = path.join(folder, 'a', 'b', 'dist');
  setUp(out, 'build');
  assert.ok(existsSync(path.dirname(out)));
});
