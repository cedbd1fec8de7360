import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openSite, ROOT, words } from './built-site.ts';
import { build, fingerprint, firstDifference, run, temporaryFolder } from './command.ts';
import { write } from './write-archive.ts';

// Every broken archive goes through the reader in tests/unit/broken.test.ts; these through whole builds.
const CASES = path.join(ROOT, 'tests/unit/broken');
const BASE = path.join(ROOT, 'tests/unit/base-archive/content');
const WHOLE_BUILDS = [
  'alias-in-a-circle',
  'byte-order-mark',
  'capture-altered',
  'capture-that-is-a-link',
  'date-with-a-reversed-interval',
  'encoding-not-utf-8',
  'entry-of-20-megabytes',
  'reference-to-nobody',
  'text-nested-thousands-deep',
  'text-that-would-run',
  'yaml-bomb',
];

// Each test waits for the exit of several processes.
process.setMaxListeners(0);

const temporary = temporaryFolder('faults');
const content = path.join(temporary, 'content');
const out = path.join(temporary, 'published', 'site');
const folders = { content, out };

/** Puts a broken archive in the place of the sound one. */
async function breakArchive(name: string): Promise<void> {
  const folder = path.join(CASES, name);
  rmSync(content, { recursive: true });
  cpSync(BASE, content, { recursive: true });
  const isNote = (file: string) => /^(?:expected\.txt|make\.ts)$/.test(path.relative(folder, file));
  cpSync(folder, content, { recursive: true, filter: (file) => !isNote(file) });
  const program = path.join(folder, 'make.ts');
  if (!existsSync(program)) return;
  const { make } = (await import(pathToFileURL(program).href)) as { make(to: string): void };
  make(content);
}

let published: Map<string, string>;

before(async () => {
  cpSync(BASE, content, { recursive: true });
  await build(folders);
  published = fingerprint(out);
  write(temporary, 'outside.txt', 'not ours');
});

describe('A build of a broken archive', () => {
  for (const name of WHOLE_BUILDS) {
    it(`fails, reports all of it and leaves everything as it was: ${name}`, async () => {
      await breakArchive(name);
      const given = fingerprint(content);
      const { status, stderr } = await run('build', [], { folders });
      assert.equal(status, 1);
      assert.equal(stderr, readFileSync(path.join(CASES, name, 'expected.txt'), 'utf8'));
      assert.equal(firstDifference(published, fingerprint(out)), undefined);
      assert.equal(firstDifference(given, fingerprint(content)), undefined);
      assert.deepEqual(readdirSync(path.dirname(out)), ['site']);
      assert.deepEqual(readdirSync(temporary).sort(), ['content', 'outside.txt', 'published']);
    });
  }
});

describe('A build on a disk that is full', () => {
  for (const files of process.env['FULL_DISK'] ? ['0', '12', '60'] : ['12']) {
    it(`says so and leaves the old site, when it is full after ${files} files`, async () => {
      rmSync(content, { recursive: true });
      cpSync(BASE, content, { recursive: true });
      const mark = `The ${files} clippings`;
      const settings = readFileSync(path.join(content, 'archive.yml'), 'utf8');
      write(content, 'archive.yml', settings.replace(/^title:.*/m, `title: ${mark}`));
      const disk = pathToFileURL(path.join(import.meta.dirname, 'full-disk.mjs')).href;
      const env = { NODE_OPTIONS: `--import=${disk}`, FULL_DISK_AFTER: files };
      const { status, stderr } = await run('build', [], { folders, env });
      assert.equal(status, 1, stderr);
      assert.match(stderr, /The disk is full/);
      assert.match(stderr, /What to do: make room/);
      assert.equal(firstDifference(published, fingerprint(out)), undefined);
      assert.deepEqual(readdirSync(path.dirname(out)), ['site']);
    });
  }
});

describe('A build with --quarantine', () => {
  it('builds the rest and says on the console and on a page what it left out', async () => {
    await breakArchive('text-that-would-run');
    write(content, 'people/mira-sand.yml', 'name: Mira Sand\nage: 40\n');
    write(content, 'captures/1998/secret.txt', 'Nobody refers to this.\n');
    const { status, stderr, stdout } = await run('build', ['--quarantine'], { folders });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Built 1 article/);
    assert.match(stderr, /people\/mira-sand\.yml:2\n {2}“age” is not a field/);
    assert.match(stderr, /ferry-returns-to-lindmar\.mdx:21/);
    assert.match(stderr, /Left out: 2 files/);
    const site = openSite(out);
    const page = words(site.page('/left-out.html').document.body);
    for (const file of ['people/mira-sand.yml', 'articles/1998/ferry-returns-to-lindmar.mdx']) {
      assert.ok(page.includes(file), file);
    }
    for (const address of ['/index.html', '/about.html']) {
      const { document } = site.page(address);
      assert.match(words(document.body), /2 files of this archive could not be published/);
      assert.ok(document.querySelector('a[href="left-out.html"]'));
    }
    assert.ok(!site.files.some((file) => /ferry|mira-sand/.test(file)));
    for (const file of site.files.filter((name) => /\.(?:json|ndjson|csv|xml|html)$/.test(name))) {
      assert.ok(!site.bytes(file).includes('Nobody refers to this'), file);
    }
    assert.ok(!site.bytes('/data/record.ndjson').includes('node:child_process'));
  });

  it('is a site like any other when all is sound, byte for byte', async () => {
    rmSync(content, { recursive: true });
    cpSync(BASE, content, { recursive: true });
    const { status } = await run('build', ['--quarantine'], { folders });
    assert.equal(status, 0);
    assert.equal(firstDifference(published, fingerprint(out)), undefined);
  });
});
