import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { ArchiveProblems } from '../../model/problem.ts';
import { sha256 } from '../../record/hash.ts';
import { PageLedger } from '../../record/page-ledger.ts';
import { lookAtSite } from '../../record/published-site.ts';
import { recoverSite } from '../../record/recover-site.ts';
import { readLedger, writeLedger } from '../../record/saved-ledger.ts';
import { readSiteManifest, SITE_MANIFEST } from '../../record/site-manifest.ts';
import { bringAlong, finishSite } from './compose-site.ts';
import { prepareFolder, replaceSite } from './replace-site.ts';

/** An empty folder with the place of a site in it, removed when the test is over. */
function place(t: TestContext): { folder: string; out: string; staging: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-publish-'));
  t.after(() => {
    for (const name of [folder, `${folder}-cache`]) rmSync(name, { recursive: true, force: true });
  });
  return { folder, out: path.join(folder, 'dist'), staging: path.join(folder, 'dist.building-1') };
}

function put(site: string, files: Record<string, string>): void {
  for (const [file, words] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), words);
  }
}

const makeSite = (folder: string, words: string) =>
  put(folder, { 'index.html': words, [`people/${words}.html`]: words });

function siteAt(folder: string): string | undefined {
  const index = path.join(folder, 'index.html');
  return existsSync(index) ? readFileSync(index, 'utf8') : undefined;
}

/** Publishes a site as a build does that keeps the files named. */
function publish(folder: string, files: Record<string, string>, keeps: readonly string[] = []) {
  const [out, cache] = [path.join(folder, 'dist'), `${folder}-cache`];
  const made = path.join(folder, 'dist.building-1');
  const ledger = new PageLedger('code', lookAtSite(out, readLedger(cache)));
  for (const file of Object.keys(files)) ledger.isKept(`/${file}`, randomUUID());
  for (const address of keeps) {
    const key = ledger.keyBefore(address);
    assert.ok(key !== undefined && ledger.isKept(address, key), address);
  }
  put(made, files);
  bringAlong({ made, out }, ledger, false);
  const { files: finished, isAlike } = finishSite({ made, out }, ledger);
  if (isAlike) rmSync(made, { recursive: true });
  else replaceSite(made, out);
  const head = { base: 'code', state: undefined, articles: 0, readTo: 0 };
  writeLedger(cache, { ...head, files: finished });
  return isAlike;
}

test('a finished site takes the place of the old one, and nothing of the old is left', (t) => {
  const { folder, out, staging } = place(t);
  makeSite(out, 'old');
  makeSite(staging, 'new');
  replaceSite(staging, out);
  assert.deepEqual(readdirSync(folder), ['dist']);
  assert.deepEqual(readdirSync(path.join(out, 'people')), ['new.html']);
  assert.equal(siteAt(out), 'new');
});

test('the first site has no old one to replace', (t) => {
  const { folder, out, staging } = place(t);
  makeSite(staging, 'new');
  replaceSite(staging, out);
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
    replaceSite(staging, out);
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

test('what stays of the old site is linked into the new one, which replaces it whole', (t) => {
  const { folder, out } = place(t);
  publish(folder, {
    'index.html': 'old',
    'about.html': 'about',
    'people/a.html': 'a',
    'places/gone.html': 'x',
    tags: 'a file that becomes a folder',
    'lists/one.html': 'a folder that becomes a file',
  });
  const kept = ['about.html', 'people/a.html'].map((file) => statSync(path.join(out, file)));
  publish(
    folder,
    {
      'index.html': 'new',
      'about.html': 'about',
      'people/b.html': 'b',
      'tags/one.html': 'one',
      lists: 'lists',
    },
    ['/people/a.html'],
  );
  assert.deepEqual(readdirSync(folder), ['dist']);
  assert.deepEqual(readdirSync(out, { recursive: true }).sort(), [
    'about.html',
    'index.html',
    'lists',
    'people',
    'people/a.html',
    'people/b.html',
    SITE_MANIFEST,
    'tags',
    'tags/one.html',
  ]);
  assert.equal(siteAt(out), 'new');
  // Tools that copy sites pass over what has kept its date.
  for (const [at, file] of ['about.html', 'people/a.html'].entries()) {
    const { ino, mtimeMs } = statSync(path.join(out, file));
    assert.deepEqual([ino, mtimeMs], [kept[at]?.ino, kept[at]?.mtimeMs]);
  }
});

test('a site that comes out as it stands is left alone', (t) => {
  const { folder, out } = place(t);
  const files = { 'index.html': 'one', 'about.html': 'two' };
  publish(folder, files);
  const { ino } = statSync(out);
  assert.ok(publish(folder, files, []));
  assert.equal(statSync(out).ino, ino);
});

test('the manifest of a site names every file with its hash, as sha256sum reads it', (t) => {
  const { folder, out } = place(t);
  publish(folder, { 'index.html': 'one', 'people/é.html': 'two' });
  assert.deepEqual(
    [...(readSiteManifest(out)?.files.keys() ?? [])],
    ['index.html', 'people/é.html'],
  );
  const { status, stderr } = spawnSync('sha256sum', ['--strict', '-c', SITE_MANIFEST], {
    cwd: out,
  });
  if (status !== null) assert.equal(status, 0, String(stderr));
});

test('files that others put into a site stay, links as links', (t) => {
  const { folder, out } = place(t);
  publish(folder, { 'index.html': 'old' });
  put(out, { CNAME: 'news.example.org', '.well-known/proof.txt': '1', '.git/HEAD': 'ref' });
  symlinkSync('/nowhere', path.join(out, 'elsewhere'));
  publish(folder, { 'index.html': 'new' });
  assert.equal(siteAt(out), 'new');
  const read = (file: string) => readFileSync(path.join(out, file), 'utf8');
  assert.deepEqual(['CNAME', '.well-known/proof.txt', '.git/HEAD'].map(read), [
    'news.example.org',
    '1',
    'ref',
  ]);
  assert.equal(readlinkSync(path.join(out, 'elsewhere')), '/nowhere');
  assert.ok(!readSiteManifest(out)?.files.has('CNAME'));
});

test('a file of somebody else whose name the site needs stops the build', (t) => {
  const { folder, out } = place(t);
  publish(folder, { 'index.html': 'old' });
  put(out, { 'robots.txt': 'of mine', tags: 'a file where the site wants a folder' });
  assert.throws(
    () => publish(folder, { 'index.html': 'new', 'robots.txt': 'of ours', 'tags/a.html': 'a' }),
    (error) => error instanceof ArchiveProblems && error.problems.length === 2,
  );
  assert.equal(readFileSync(path.join(out, 'robots.txt'), 'utf8'), 'of mine');
  assert.equal(siteAt(out), 'old');
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
  prepareFolder(out);
  assert.deepEqual(readdirSync(folder).sort(), [...kept, 'dist'].sort());
});

test('a page of the archive’s own at the address of a kept one counts as it was made', (t) => {
  const { folder, out } = place(t);
  publish(folder, { 'index.html': 'home', 'people.html': 'ours' });
  // The keys of the record would keep the page; the archive's own has been made all the same.
  assert.equal(publish(folder, { 'people.html': 'their own' }, ['/index.html']), false);
  const cache = `${folder}-cache`;
  const ledger = new PageLedger('code', lookAtSite(out, readLedger(cache)));
  const key = ledger.keyBefore('/people.html') ?? '';
  const made = path.join(folder, 'dist.building-1');
  assert.ok(ledger.isKept('/people.html', key));
  put(made, { 'people.html': 'their own, with one article more' });
  bringAlong({ made, out }, ledger, false);
  finishSite({ made, out }, ledger);
  const sums = readSiteManifest(made)?.files;
  assert.equal(sums?.get('people.html'), sha256('their own, with one article more'));
});
