import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { OutletLink, YearCount } from '../article-view.ts';
import { stackBars, withGaps } from './year-bars.ts';

function outlet(colour: number): OutletLink {
  const id = `outlet-${colour}`;
  return { kind: 'outlets', id, name: id, address: `/outlets/${id}.html`, code: 'O', colour };
}

/** A year of outlets, each with its colour, certain and uncertain articles. */
function yearOf(year: string, ...counts: [colour: number, certain: number, uncertain: number][]) {
  const outlets = counts.map(([colour, certain, uncertain]) => ({
    outlet: outlet(colour),
    certain,
    uncertain,
  }));
  const count = counts.reduce((sum, [, certain, uncertain]) => sum + certain + uncertain, 0);
  return { year, count, outlets } satisfies YearCount;
}

test('the fullest year fills the height, with what is certain below and the first outlet lowest', () => {
  assert.deepEqual(stackBars(yearOf('2019', [1, 2, 1], [2, 1, 0]), 4), [
    { y: 50, height: 50, colour: 1, certain: true },
    { y: 25, height: 25, colour: 2, certain: true },
    { y: 0, height: 25, colour: 1, certain: false },
  ]);
});

test('outlets without a colour of their own are one piece', () => {
  assert.deepEqual(stackBars(yearOf('2019', [0, 1, 0], [0, 1, 0]), 2), [
    { y: 0, height: 100, colour: 0, certain: true },
  ]);
});

const year = fc
  .array(fc.tuple(fc.nat(4), fc.nat(9), fc.nat(9)), { maxLength: 6 })
  .map((counts) => yearOf('2019', ...counts));

test('the pieces of a bar stand on one another and are together as high as the count', () => {
  fc.assert(
    fc.property(year, fc.nat(40), (of, more) => {
      const highest = Math.max(1, of.count + more);
      const pieces = stackBars(of, highest);
      let top = 100;
      for (const { y, height } of pieces) {
        assert.ok(height > 0);
        assert.ok(Math.abs(top - height - y) < 0.05, `${top} ${height} ${y}`);
        top = y;
      }
      assert.ok(Math.abs(100 - top - (of.count / highest) * 100) < 0.05);
      const certain = pieces.map((piece) => piece.certain);
      assert.deepEqual(certain, [...certain].sort().reverse());
    }),
  );
});

test('years without articles stand between those with some, a stretch a cell', () => {
  const words = (...years: string[]) =>
    withGaps(years.map((one) => yearOf(one, [1, 1, 0]))).map((cell) =>
      cell.kind === 'year' ? cell.year.year : `(${cell.words})`,
    );
  assert.deepEqual(words('2009', '2010', '2012', '2016'), [
    ...['2009', '2010', '(2011)', '2012', '(2013–2015)', '2016'],
  ]);
  assert.deepEqual(words('1999'), ['1999']);
  assert.deepEqual(words(), []);
});
