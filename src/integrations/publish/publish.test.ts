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
import { readLedger } from '../../record/ledger-file.ts';
import { PageLedger } from '../../record/page-ledger.ts';
import { recoverSite } from '../../record/recover-site.ts';
import { SiteLook } from '../../record/site-look/look.ts';
import { composeSite } from './compose-site.ts';
import { publish } from './integration.ts';
import { dropAlike } from './keep-files.ts';
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

for (const threads of [0, 1]) {
  test(`what stays of the old site is linked into the new one, which replaces it whole (${threads} threads)`, (t) => {
    const { folder, out, staging: made } = place(t);
    const cache = `${folder}-cache`;
    const put = (site: string, files: Record<string, string>) => {
      for (const [file, words] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
        writeFileSync(path.join(site, file), words);
      }
    };
    put(out, {
      'index.html': 'old',
      'about.html': 'about',
      'people/a.html': 'a',
      'places/gone.html': 'x',
      'of-nobody.html': 'x',
      tags: 'a file that becomes a folder',
      'lists/one.html': 'a folder that becomes a file',
    });
    const measure = (address: string) => statSync(out + address, { throwIfNoEntry: false });
    const left = () =>
      new SiteLook(readLedger(cache), { site: out, linked: `${out}-linked` }, threads);
    const built = [
      '/index.html',
      '/about.html',
      '/people/a.html',
      '/places/gone.html',
      '/tags',
      '/lists/one.html',
    ];
    new PageLedger(cache, 'code', left()).save(measure, built);
    const aside = statSync(path.join(out, 'people/a.html'));
    const before = statSync(path.join(out, 'about.html'));
    // One that somebody touched, and that comes out as it stands.
    put(out, { 'touched.html': 'touched' });

    const look = left();
    const ledger = new PageLedger(cache, 'code', look);
    if (threads > 0) look.startLinks();
    assert.ok(ledger.isKept('/people/a.html', ''));
    put(made, {
      'index.html': 'new',
      'about.html': 'about',
      'touched.html': 'touched',
      'people/b.html': 'b',
      'tags/one.html': 'one',
      lists: 'lists',
    });
    const { fresh, alike } = dropAlike(made, out);
    assert.deepEqual(alike.sort(), ['/about.html', '/touched.html']);
    const leaves = ledger.leaves(new Set([...fresh, ...alike]));
    assert.deepEqual(leaves.sort(), ['/lists/one.html', '/places/gone.html', '/tags']);
    const linked = look.links();
    composeSite({ linked, made, out }, { fresh, alike, leaves });
    // Until the swap the old site stands as it was.
    assert.equal(siteAt(out), 'old');
    assert.equal(readFileSync(path.join(out, 'tags'), 'utf8'), 'a file that becomes a folder');
    assert.ok(existsSync(path.join(out, 'places', 'gone.html')));
    replaceSite(linked, out, cache);
    rmSync(made, { recursive: true });
    assert.deepEqual(readdirSync(folder), ['dist']);
    assert.deepEqual(readdirSync(out, { recursive: true }).sort(), [
      'about.html',
      'index.html',
      'lists',
      'people',
      'people/a.html',
      'people/b.html',
      'tags',
      'tags/one.html',
      'touched.html',
    ]);
    assert.equal(siteAt(out), 'new');
    for (const [file, stat] of [
      ['about.html', before],
      ['people/a.html', aside],
    ] as const) {
      const { ino, mtimeMs } = statSync(path.join(out, file));
      assert.deepEqual([ino, mtimeMs], [stat.ino, stat.mtimeMs]);
    }
  });
}

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
