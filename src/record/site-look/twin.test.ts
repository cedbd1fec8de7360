import assert from 'node:assert/strict';
import {
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
import { test } from 'node:test';
import { readLedger } from '../ledger-file.ts';
import { PageLedger } from '../page-ledger.ts';
import { SiteLook } from './look.ts';
import { isTwinWanted, makeTwin, wantTwin } from './twin.ts';

const put = (site: string, files: Record<string, string>): void => {
  for (const [file, words] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), words);
  }
};
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true }).map(String).sort();
const inode = (...file: string[]): number => statSync(path.join(...file)).ino;

test('an old site becomes the twin of the new one, and the links of the next', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-twin-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [site, twin, cache, linked] = ['site', 'twin', 'cache', 'linked'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string];
  const files = {
    'index.html': 'new',
    'a/one.html': 'one',
    'a/two.html': 'two',
    'b/x.html': 'x',
    c: 'c',
  };
  put(site, files);
  put(twin, {
    'index.html': 'old',
    'a/gone.html': 'gone',
    'old/y.html': 'y',
    b: 'a file',
    'c/z': 'a folder',
  });
  assert.ok(makeTwin(site, twin, () => true));
  assert.deepEqual(filesIn(twin), filesIn(site));
  for (const file of Object.keys(files)) assert.equal(inode(twin, file), inode(site, file), file);
  assert.ok(!makeTwin(site, path.join(folder, 'other'), () => false));

  const measure = (address: string) => statSync(site + address, { throwIfNoEntry: false });
  const open = () => new SiteLook(readLedger(cache), { site, linked, twin }, 1);
  new PageLedger(cache, 'code', open()).save(
    measure,
    Object.keys(files).map((file) => `/${file}`),
  );
  // By hand, after the twin was made: changed in place, replaced, removed from the twin, added to it.
  writeFileSync(path.join(site, 'a/one.html'), 'by hand');
  rmSync(path.join(site, 'a/two.html'));
  writeFileSync(path.join(site, 'a/two.html'), 'two, replaced');
  rmSync(path.join(twin, 'b/x.html'));
  put(twin, { 'a/new.html': 'new' });
  const look = open();
  look.startLinks();
  assert.equal(look.links(), linked);
  assert.deepEqual(filesIn(linked), ['a', 'b', 'b/x.html', 'c', 'index.html']);
  for (const file of ['b/x.html', 'c', 'index.html']) {
    assert.equal(inode(linked, file), inode(site, file), file);
  }
  assert.equal(readFileSync(path.join(linked, 'index.html'), 'utf8'), 'new');
});

test('a twin is wanted until another build begins', (t) => {
  const cache = mkdtempSync(path.join(tmpdir(), 'pressmark-twin-'));
  t.after(() => rmSync(cache, { recursive: true, force: true }));
  assert.ok(!isTwinWanted(cache, 'a'));
  wantTwin(cache, 'a');
  assert.ok(isTwinWanted(cache, 'a') && !isTwinWanted(cache, 'b'));
  wantTwin(cache, undefined);
  assert.ok(!isTwinWanted(cache, 'a'));
});
