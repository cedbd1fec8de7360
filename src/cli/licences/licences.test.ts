import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { licenceList } from './list.ts';
import { lockedPackages } from './locked.ts';
import { sbomOf } from './sbom.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const packages = lockedPackages(read('package-lock.json'));

test('the bill of materials and the list of licences are those of the lock', () => {
  const advice = 'run “npm run licences”';
  assert.equal(read('sbom.cdx.json'), sbomOf(JSON.parse(read('package.json')), packages), advice);
  assert.equal(read('docs/licences.md'), licenceList(packages), advice);
});

test('every package states its licence and its hash, and no version is a range', () => {
  assert.ok(packages.length > 300);
  for (const { name, version, license, sha512 } of packages) {
    assert.notEqual(license, 'UNKNOWN', name);
    assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
    assert.match(sha512, /^(?:[0-9a-f]{128})?$/, name);
  }
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies })) {
    assert.match(String(range), /^\d+\.\d+\.\d+$/, name);
  }
});
