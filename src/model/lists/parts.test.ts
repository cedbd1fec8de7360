import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { partsOf } from './parts.ts';

test('a short list stands on its page alone, a long one has its oldest part cut off first', () => {
  const rows: [number, [number | undefined, number][]][] = [
    [0, [[undefined, 0]]],
    [1, [[undefined, 1]]],
    [5, [[undefined, 5]]],
    [
      6,
      [
        [undefined, 3],
        [1, 3],
      ],
    ],
    [
      8,
      [
        [undefined, 5],
        [1, 3],
      ],
    ],
    [
      9,
      [
        [undefined, 3],
        [1, 3],
        [2, 3],
      ],
    ],
  ];
  for (const [length, expected] of rows) {
    const parts = partsOf(Array.from({ length }), 3);
    assert.deepEqual(
      parts.map(({ number, items }) => [number, items.length]),
      expected,
      `${length} items`,
    );
  }
});

const list = fc.array(fc.nat(), { maxLength: 60 });
const size = fc.integer({ min: 1, max: 9 });

test('the parts joined, from the oldest, are the list', () => {
  fc.assert(
    fc.property(list, size, (items, full) => {
      const [page, ...older] = partsOf(items, full);
      assert.deepEqual([...older.flatMap((part) => part.items), ...(page?.items ?? [])], items);
      assert.deepEqual(
        older.map(({ number }) => number),
        older.map((_, index) => index + 1),
      );
      assert.ok(older.every((part) => part.items.length === full));
      assert.ok((page?.items.length ?? 0) < 2 * full);
    }),
  );
});

test('a numbered part never changes when items are added', () => {
  fc.assert(
    fc.property(list, list, size, (items, added, full) => {
      const [, ...before] = partsOf(items, full);
      const [, ...after] = partsOf([...items, ...added], full);
      assert.deepEqual(after.slice(0, before.length), before);
    }),
  );
});
