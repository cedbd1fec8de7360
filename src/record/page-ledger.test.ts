import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { sha256 } from './hash.ts';
import { PageLedger } from './page-ledger.ts';
import { lookAtSite } from './published-site.ts';
import { readLedger, type SavedFile, writeLedger } from './saved-ledger.ts';

/** A date in whole seconds, which programs can set again. */
const DATE = new Date('2020-01-02T03:04:05Z');
const NAMES = ['same', 'other', 'edited', 'gone', 'тоже'];

/** A site in which every file was made from the same, with the cache of its build. */
function builtSite(t: TestContext): { site: string; cache: string } {
  const site = mkdtempSync(path.join(tmpdir(), 'pressmark-ledger-'));
  const cache = `${site}-cache`;
  t.after(() => {
    for (const folder of [site, cache]) rmSync(folder, { recursive: true, force: true });
  });
  const files = NAMES.map((name): [string, SavedFile] => {
    writeFileSync(path.join(site, name), name);
    utimesSync(path.join(site, name), DATE, DATE);
    const { size, mtimeMs } = statSync(path.join(site, name));
    return [`/${name}`, { key: 'made\nfrom\tthis', sha256: sha256(name), size, mtimeMs }];
  });
  const head = { base: 'code', state: undefined, articles: 1, readTo: 0 };
  writeLedger(cache, { ...head, files: new Map(files) });
  return { site, cache };
}

/** Changes bytes of a file and neither its size nor its date, as a failing disk does. */
function rot(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace('a', 'b'));
  utimesSync(file, DATE, DATE);
}

test('a file is kept when it was made from the same and still stands there', (t) => {
  const { site, cache } = builtSite(t);
  writeFileSync(path.join(site, 'edited'), 'by hand');
  rmSync(path.join(site, 'gone'));
  const open = (base = 'code') => new PageLedger(base, lookAtSite(site, readLedger(cache)));
  const ledger = open();
  assert.equal(ledger.isKept('/same', 'made\nfrom\tthis'), true);
  assert.equal(ledger.isKept('/тоже', 'made\nfrom\tthis'), true);
  assert.equal(ledger.isKept('/other', 'made from that'), false);
  assert.equal(ledger.isKept('/edited', 'made\nfrom\tthis'), false);
  assert.equal(ledger.isKept('/gone', 'made\nfrom\tthis'), false);
  assert.deepEqual([...ledger.kept], ['/same', '/тоже']);
  assert.deepEqual([...ledger.site.altered].sort(), ['/edited', '/gone']);
  assert.equal(open('other code').isKept('/same', 'made\nfrom\tthis'), false);
  ledger.keepNothing();
  assert.equal(ledger.isKept('/same', 'made\nfrom\tthis'), false);
  assert.deepEqual([...ledger.kept], []);
});

test('a file that was copied there again, with another date, stands', (t) => {
  const { site, cache } = builtSite(t);
  utimesSync(path.join(site, 'same'), new Date(0), new Date(0));
  assert.deepEqual(lookAtSite(site, readLedger(cache)).altered, []);
});

test('one changed bit is found although size and date are the same, in turns where the site is large', (t) => {
  const { site, cache } = builtSite(t);
  rot(path.join(site, 'same'));
  assert.deepEqual(lookAtSite(site, readLedger(cache)).altered, ['/same']);
  // Ten bytes are two or three files.
  let found = 0;
  let ledger = readLedger(cache);
  for (let times = 0; times < NAMES.length; times++) {
    const look = lookAtSite(site, ledger, 10);
    found += look.altered.length;
    ledger = { ...ledger, readTo: look.readTo };
  }
  assert.ok(found >= 1 && found < NAMES.length, `found ${found} times`);
});

test('a file that no build made is foreign', (t) => {
  const { site, cache } = builtSite(t);
  writeFileSync(path.join(site, 'CNAME'), 'example.org');
  assert.deepEqual(lookAtSite(site, readLedger(cache)).foreign, ['/CNAME']);
});

test('a ledger with one changed bit is thrown away', (t) => {
  const { cache } = builtSite(t);
  const file = path.join(cache, 'site.bin');
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at += 7) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    writeFileSync(file, flipped);
    assert.equal(readLedger(cache).files.size, 0, `byte ${at}`);
  }
});
