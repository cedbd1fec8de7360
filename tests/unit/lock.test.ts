import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Locked {
  readonly integrity?: string;
  readonly cpu?: readonly string[];
  readonly os?: readonly string[];
}

for (const folder of ['.', 'tests/browser', 'tests/lighthouse']) {
  test(`every package that any machine downloads has a hash to check it by: ${folder}`, () => {
    const file = path.join(ROOT, folder, 'package-lock.json');
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
      packages: Readonly<Record<string, Locked>>;
    };
    const bare = Object.entries(packages)
      .filter(([name, { integrity }]) => name !== '' && integrity === undefined)
      // Those for one platform may be out of reach of the registry where the lock was written.
      .filter(([, { cpu, os }]) => cpu === undefined && os === undefined)
      .map(([name]) => name);
    assert.deepEqual(bare, []);
    assert.ok(Object.keys(packages).length > 1);
  });
}
