import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { SITE_MANIFEST } from '../../src/record/site-manifest.ts';
import { expectedReport, putBrokenArchive } from '../unit/broken-archives.ts';
import { openSite, words } from './built-site.ts';
import { fingerprint, firstDifference, run, temporaryFolder } from './command.ts';
import { write } from './write-archive.ts';

// Every broken archive goes through the reader in tests/unit/broken.test.ts and through a whole build
// in `npm run check:faults`, with disks that are full; these few stand for them.
const WHOLE_BUILDS = ['capture-that-is-a-link', 'encoding-not-utf-8', 'yaml-bomb'];

const temporary = temporaryFolder('faults');
const content = path.join(temporary, 'content');
const out = path.join(temporary, 'published', 'site');
const folders = { content, out };

let published: Map<string, string>;

before(() => {
  write(out, 'index.html', 'The site that stands.');
  write(out, 'articles/1998/ferry.html', 'The ferry.');
  write(out, SITE_MANIFEST, '');
  published = fingerprint(out);
  write(temporary, 'outside.txt', 'not ours');
});

describe('A build of a broken archive', () => {
  for (const name of WHOLE_BUILDS) {
    it(`fails, reports all of it and leaves everything as it was: ${name}`, async () => {
      await putBrokenArchive(name, content);
      const given = fingerprint(content);
      const { status, stderr } = await run('build', [], { folders });
      assert.equal(status, 1);
      const report = readFileSync(expectedReport(name), 'utf8');
      assert.equal(stderr, `Archive: ${content}\n${report}`);
      assert.equal(firstDifference(published, fingerprint(out)), undefined);
      assert.equal(firstDifference(given, fingerprint(content)), undefined);
      assert.deepEqual(readdirSync(path.dirname(out)), ['site']);
      assert.deepEqual(readdirSync(temporary).sort(), ['content', 'outside.txt', 'published']);
    });
  }
});

describe('A build with --quarantine', () => {
  it('builds the rest and says on the console and on a page what it left out', async () => {
    await putBrokenArchive('text-that-would-run', content);
    rmSync(out, { recursive: true });
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
});
