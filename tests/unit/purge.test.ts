import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { purgeCaches } from '../../src/cli/withdraw/purge.ts';
import { KeptProgram } from '../../src/integrations/kept-program/program.ts';
import { claimCache } from '../../src/record/claim-cache.ts';

describe('A withdrawal', () => {
  const caches = mkdtempSync(path.join(tmpdir(), 'pressmark-purge-'));
  after(() => rmSync(caches, { recursive: true }));
  const programs = path.join(caches, 'programs');
  const isThere = (...name: string[]) => existsSync(path.join(caches, ...name));

  it('leaves no cache of the archive, nor a program with its dossiers, and leaves those of others', () => {
    claimCache({ cache: path.join(caches, 'aaaaaaaaaaaa'), content: '/ours' });
    claimCache({ cache: path.join(caches, 'bbbbbbbbbbbb'), content: '/theirs' });
    mkdirSync(path.join(caches, 'cccccccccccc'));
    mkdirSync(path.join(caches, 'compiled'));
    const templates = path.join(caches, 'made');
    mkdirSync(templates);
    writeFileSync(path.join(templates, 'guide.mjs'), 'the sentence that a dossier quotes');
    for (const [key, owner] of Object.entries({ ours: '/ours', theirs: '/theirs', none: '' })) {
      const program = new KeptProgram({ programs, key, ...(owner && { owner }) });
      program.keep('templates', templates);
    }
    assert.deepEqual(purgeCaches(caches, '/nobody'), ['cccccccccccc']);
    assert.ok(isThere('compiled'));
    assert.deepEqual(purgeCaches(caches, '/ours'), ['aaaaaaaaaaaa']);
    assert.ok(!isThere('programs', 'ours'));
    assert.ok(!isThere('compiled'), 'V8 keeps the words of what it compiled');
    for (const stays of ['bbbbbbbbbbbb', 'programs/theirs/templates', 'programs/none/templates']) {
      assert.ok(isThere(stays), stays);
    }
  });
});
