import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { PageLedger } from './page-ledger.ts';

test('a file is kept when it was made from the same and still stands there', (t) => {
  const site = mkdtempSync(path.join(tmpdir(), 'pressmark-ledger-'));
  t.after(() => {
    for (const folder of [site, `${site}-cache`]) rmSync(folder, { recursive: true, force: true });
  });
  const cache = `${site}-cache`;
  const open = (base = 'code') => new PageLedger(cache, base, site);
  for (const name of ['same', 'other', 'edited', 'gone'])
    writeFileSync(path.join(site, name), name);
  const first = open();
  for (const name of ['same', 'other', 'edited', 'gone']) {
    assert.equal(first.isKept(`/${name}`, 'made from this'), false);
  }
  first.save(site, site, ['/unasked']);
  writeFileSync(path.join(site, 'unasked'), 'x');
  assert.equal(open().isWhole(site), false, 'one file more than there was');
  rmSync(path.join(site, 'unasked'));
  assert.equal(open().isWhole(site), true);
  writeFileSync(path.join(site, 'edited'), 'by hand');
  rmSync(path.join(site, 'gone'));

  assert.equal(open().isWhole(site), false, 'one was edited, one is gone');
  const second = open();
  assert.equal(second.isKept('/same', 'made from this'), true);
  assert.equal(second.isKept('/other', 'made from that'), false);
  assert.equal(second.isKept('/edited', 'made from this'), false);
  assert.equal(second.isKept('/gone', 'made from this'), false);
  assert.deepEqual(second.kept(), ['/same']);
  assert.equal(second.countBefore('/'), 4);
  assert.equal(open('other code').isKept('/same', 'made from this'), false);
});
