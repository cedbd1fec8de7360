import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readLedger } from './ledger-file.ts';
import { PageLedger } from './page-ledger.ts';
import { SiteLook } from './site-look/look.ts';

for (const threads of [0, 2]) {
  test(`a file is kept when it was made from the same and still stands there (${threads} threads)`, (t) => {
    const site = mkdtempSync(path.join(tmpdir(), 'pressmark-ledger-'));
    t.after(() => {
      for (const folder of [site, `${site}-cache`]) {
        rmSync(folder, { recursive: true, force: true });
      }
    });
    const cache = `${site}-cache`;
    const look = () => new SiteLook(readLedger(cache), { site, linked: `${site}-linked` }, threads);
    const open = (base = 'code') => new PageLedger(cache, base, look());
    const measure = (address: string) => statSync(site + address, { throwIfNoEntry: false });
    const names = ['same', 'other', 'edited', 'gone', 'тоже'];
    for (const name of names) writeFileSync(path.join(site, name), name);
    const first = open();
    for (const name of names) assert.equal(first.isKept(`/${name}`, 'made from this'), false);
    first.save(measure, ['/unasked']);
    writeFileSync(path.join(site, 'unasked'), 'x');
    assert.equal(look().isWhole(), false, 'one file more than there was');
    rmSync(path.join(site, 'unasked'));
    assert.equal(look().isWhole(), true);
    writeFileSync(path.join(site, 'edited'), 'by hand');
    rmSync(path.join(site, 'gone'));

    assert.equal(look().isWhole(), false, 'one was edited, one is gone');
    const second = open();
    assert.equal(second.isKept('/same', 'made from this'), true);
    assert.equal(second.isKept('/тоже', 'made from this'), true);
    assert.equal(second.isKept('/other', 'made from that'), false);
    assert.equal(second.isKept('/edited', 'made from this'), false);
    assert.equal(second.isKept('/gone', 'made from this'), false);
    assert.deepEqual(second.kept(), ['/same', '/тоже']);
    assert.deepEqual(second.leaves(new Set()), ['/other']);
    assert.equal(second.countBefore('/'), 5);
    assert.equal(open('other code').isKept('/same', 'made from this'), false);

    mkdirSync(path.join(site, 'новое'));
    writeFileSync(path.join(site, 'новое/файл'), 'x');
    second.isKept('/новое/файл', 'made from those');
    second.save(measure);
    const third = open();
    // What was kept is remembered with what is new, each with its own key.
    assert.equal(third.isKept('/same', 'made from this'), true);
    assert.equal(third.isKept('/тоже', 'made from this'), true);
    assert.equal(third.isKept('/other', 'made from that'), true);
    assert.equal(third.isKept('/новое/файл', 'made from those'), true);
    assert.equal(third.isKept('/новое', 'made from those'), false);
    assert.deepEqual(third.below('/новое/'), [['/новое/файл', { key: 'made from those' }]]);
  });
}
