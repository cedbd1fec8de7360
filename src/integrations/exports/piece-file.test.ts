import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { tempFolder } from '../../../tests/unit/temp-archive.ts';
import type { Pieces } from '../../formats/files/site-file.ts';
import { sha256 } from '../../record/hash.ts';
import { Copier } from './copier.ts';
import { findPieces, planPieces, writePieces } from './piece-file.ts';

/** Numbered pieces; the words of each are made from its number alone. */
function piecesOf(numbers: readonly number[], head = 'head of é\n'): Pieces {
  return {
    ...{ head, joint: ',\n', foot: 'foot', count: numbers.length },
    keys: () => Uint32Array.from(numbers.flatMap((number) => [number >>> 5, number])),
    bytes: (at) => Buffer.from(`«${'x'.repeat((numbers[at] ?? 0) % 50)}${numbers[at]}»`),
  };
}

const textOf = ({ head, joint, foot, count, bytes }: Pieces) =>
  head + Array.from({ length: count }, (_, at) => Buffer.from(bytes(at))).join(joint) + foot;

test('a file mended from an older one is byte for byte one made anew, whatever came, went or moved', async (t) => {
  const folder = tempFolder(t);
  const [old, file] = [path.join(folder, 'old'), path.join(folder, 'new')];
  const numbers = fc.uniqueArray(fc.nat(400), { maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(numbers, numbers, fc.string(), async (before, after, head) => {
      const [was, is] = [piecesOf(before), piecesOf(after, head)];
      const written = writePieces(old, was, true);
      assert.equal(written.sha256, sha256(textOf(was)));
      const places = findPieces(was.keys(), is.keys());
      const plan = planPieces(is, { file: old, written, places });
      assert.ok(plan);
      const copier = new Copier();
      copier.copy({ address: '/new', file, isHashed: true, ...plan });
      const copied = await copier.finish();
      assert.equal(readFileSync(file, 'utf8'), textOf(is));
      assert.equal(copied.get('/new')?.sha256, sha256(textOf(is)));
      assert.equal(plan.written.bytes, Buffer.byteLength(textOf(is)));
      assert.deepEqual(plan.written.lengths, writePieces(file, is, false).lengths);
    }),
    { numRuns: 50 },
  );
});

test('a piece that many others parted from its place is found there', () => {
  const all = Array.from({ length: 1000 }, (_, at) => at);
  const [was, is] = [piecesOf(all), piecesOf(all.toReversed())];
  const found = findPieces(was.keys(), is.keys()).filter((place) => place !== -1).length;
  assert.ok(found > 900, `${found}`);
});

test('an older file of another size is not copied from', (t) => {
  const old = path.join(tempFolder(t), 'old');
  const written = writePieces(old, piecesOf([1, 2, 3]), false);
  writePieces(old, piecesOf([1, 2]), false);
  const places = Int32Array.of(0, 1);
  assert.equal(planPieces(piecesOf([1, 2]), { file: old, written, places }), undefined);
});

test('long files are put together in a thread, which says what went wrong there', async (t) => {
  const folder = tempFolder(t);
  const [old, file] = [path.join(folder, 'old'), path.join(folder, 'new')];
  const [was, is] = [piecesOf([1, 2, 3]), piecesOf([1, 4, 3])];
  const written = writePieces(old, was, false);
  const plan = planPieces(is, { file: old, written, places: Int32Array.of(0, -1, 2) });
  assert.ok(plan);
  const copier = new Copier(0);
  copier.copy({ address: '/new', file, isHashed: true, ...plan });
  assert.equal((await copier.finish()).get('/new')?.sha256, sha256(textOf(is)));
  assert.equal(readFileSync(file, 'utf8'), textOf(is));
  const other = new Copier(0);
  other.copy({ address: '/new', file, isHashed: true, ...plan, from: path.join(folder, 'none') });
  await assert.rejects(other.finish(), /ENOENT/);
});
