import assert from 'node:assert/strict';
import { existsSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { serialize } from 'node:v8';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { findCopies } from '../../src/cli/withdraw/copies.ts';
import { cachesOf, madeOf, sitesOf } from '../../src/cli/withdraw/places.ts';
import { purgeDrafts, purgeProjects } from '../../src/cli/withdraw/project-caches.ts';
import { purgeCaches } from '../../src/cli/withdraw/purge.ts';
import { Sentences } from '../../src/cli/withdraw/sentences.ts';
import { shinglesOf } from '../../src/model/shingles.ts';
import { claimCache, noteMade } from '../../src/record/claim-cache.ts';
import { tempFolder, write } from './temp-archive.ts';

const TEXT =
  'The keeper of the third lamp wrote down every ship that passed the long mole before the storm came.';
const sentences = () => new Sentences(new Set(shinglesOf(TEXT)));

function place(t: TestContext) {
  const root = tempFolder(t);
  const at = (...name: string[]) => path.join(root, ...name);
  const home = at('project', '.pressmark');
  const cache = (key: string, content: string, out?: string) => {
    claimCache({ cache: path.join(home, key), content, ...(out && { out }) });
    write(home, `${key}/record.bin`, 'numbers');
  };
  for (const name of ['ours', 'theirs']) mkdirSync(at(name, 'content'), { recursive: true });
  const isThere = (...name: string[]) => existsSync(path.join(home, ...name));
  return { root, at, home, cache, isThere };
}

test('every cache of the archive goes, by whatever path it was built, and those of others stay', (t) => {
  const { at, home, cache, isThere } = place(t);
  symlinkSync(at('ours'), at('link'));
  cache('aaaaaaaaaaaa', at('ours/content'));
  cache('bbbbbbbbbbbb', at('theirs/content'));
  // Written by an earlier version, which did not follow links.
  write(home, 'cccccccccccc/content-folder', at('link/content'));
  write(home, 'dddddddddddd/content-folder', at('gone/content'));
  write(home, 'eeeeeeeeeeee/record.bin', 'of nobody');
  write(home, 'aaaaaaaaaaaa-old-site-17/index.html', 'on its way out');
  cache('ffffffffffff', at('theirs/content'));
  write(home, 'ffffffffffff/left.bin', serialize({ from: 'an archive that stood there', TEXT }));
  write(home, 'work-17/.astro/guide.mjs', `const words = ${JSON.stringify(TEXT)};`);
  write(home, 'compiled/x', 'V8');
  mkdirSync(at('ours/content/dossiers'));
  write(home, 'programs/1/content-folder', at('ours/content'));
  write(home, 'programs/2/content-folder', at('theirs/content'));
  write(home, 'programs/3/templates/page.mjs', 'of nobody');
  const { removed } = purgeCaches([home, at('nowhere')], at('ours/content'), sentences());
  assert.equal(removed.length, 9);
  assert.ok(isThere('bbbbbbbbbbbb', 'record.bin') && isThere('programs', '2'));
  for (const gone of ['aaaaaaaaaaaa', 'cccccccccccc', 'dddddddddddd', 'eeeeeeeeeeee']) {
    assert.ok(!isThere(gone), gone);
  }
  for (const gone of ['ffffffffffff', 'work-17', 'compiled', 'aaaaaaaaaaaa-old-site-17']) {
    assert.ok(!isThere(gone), gone);
  }
});

test('a folder that was renamed is the same archive, and its sites are known', (t) => {
  const { root, at, home, cache, isThere } = place(t);
  cache('aaaaaaaaaaaa', at('ours/content'), at('www'));
  noteMade(home, { content: at('ours/content'), path: at('edition.zip') });
  write(root, 'edition.zip', 'packed');
  noteMade(home, { content: at('theirs/content'), path: at('theirs.zip') });
  mkdirSync(at('www'));
  renameSync(at('ours'), at('moved'));
  // The checkout that runs the tests is looked at too, and other tests build in it.
  const here = (files: readonly string[]) => files.filter((file) => file.startsWith(root));
  const folders = { content: at('moved/content'), out: at('dist'), cache: path.join(home, 'x') };
  assert.deepEqual(cachesOf(folders, at('project'))[0], home);
  assert.deepEqual(here(sitesOf(folders, at('project'))), [at('dist'), at('www')]);
  assert.deepEqual(here(madeOf(folders, at('project'))).sort(), [at('edition.zip'), at('www')]);
  purgeCaches([home], folders.content, sentences());
  assert.ok(!isThere('aaaaaaaaaaaa'));
  assert.deepEqual(
    here(sitesOf(folders, at('project'))),
    [at('dist'), at('www')],
    'noted for longer than caches are kept',
  );
});

test('caches of Astro and Vite go, all of them where the archive is the only one of a project', (t) => {
  const { at, root } = place(t);
  for (const project of ['ours', 'project']) {
    write(root, `${project}/.astro/data-store.json`, JSON.stringify([1, `“${TEXT}”`]));
    write(root, `${project}/node_modules/.vite/deps/x.js`, 'a library');
  }
  purgeProjects([at('ours'), at('project')], at('ours/content'), sentences());
  assert.ok(!existsSync(at('ours/.astro')) && !existsSync(at('ours/node_modules/.vite')));
  assert.ok(!existsSync(at('project/.astro/data-store.json')));
  assert.ok(existsSync(at('project/node_modules/.vite/deps/x.js')));
});

test('what killed builds and restorations left goes, and the site stays', (t) => {
  const { at, root } = place(t);
  for (const name of [
    'www',
    'www.building-1',
    'www.previous',
    'www-of-another',
    'other.building-2',
  ]) {
    write(root, `${name}/index.html`, TEXT);
  }
  write(root, 'ours/content.draft-999999/archive.yml', 'title: x');
  write(root, `ours/content.draft-${process.pid}/archive.yml`, 'at work');
  const { removed } = purgeDrafts([at('www')], at('ours/content'));
  const gone = ['www.building-1', 'www.previous', 'ours/content.draft-999999'];
  assert.deepEqual([...removed].sort(), gone.map((name) => at(name)).sort());
  for (const stays of ['www', 'www-of-another', 'other.building-2'])
    assert.ok(existsSync(at(stays)));
});

test('ZIPs, bags and copies are named, those that hold the text and those that may', (t) => {
  const { at, root } = place(t);
  const folder = at('near');
  write(folder, 'edition.zip', zipOf(`<p>${TEXT}</p>`));
  write(folder, 'others.zip', zipOf('<p>Nothing of it.</p>'));
  write(folder, 'backup.tar.gz', gzipSync(`padding ${TEXT}`));
  write(folder, 'closed.7z', 'packed in another way');
  write(folder, 'bag/bagit.txt', 'BagIt-Version: 1.0');
  write(folder, 'bag/data/articles/x.mdx', TEXT);
  write(folder, 'copy/data/record.ndjson', JSON.stringify({ text: TEXT }));
  write(folder, 'content/archive.yml', 'title: ours');
  write(folder, 'content/articles/x.mdx', TEXT);
  write(folder, 'notes.txt', TEXT);
  symlinkSync(at('nowhere'), path.join(folder, 'dangling.zip'));
  write(root, 'far/edition.zip', zipOf('an earlier edition'));
  const known = [at('far/edition.zip'), at('far/gone.zip')];
  const copies = findCopies([folder], known, [path.join(folder, 'content')], sentences());
  assert.deepEqual(
    copies.map((copy) => [path.relative(root, copy.path), copy.holds]),
    [
      ['far/edition.zip', false],
      ['near/backup.tar.gz', true],
      ['near/bag', true],
      ['near/closed.7z', undefined],
      ['near/copy', true],
      ['near/dangling.zip', undefined],
      ['near/edition.zip', true],
    ],
  );
});

/** A ZIP of one file, packed. */
function zipOf(text: string): Buffer {
  const packed = deflateRawSync(text);
  const name = Buffer.from('a.html');
  const [local, entry, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(name.length, 26);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(name.length, 28);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}
