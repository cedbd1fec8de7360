import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsBefore, unitCells } from './unit-cells.ts';

test('a year has its twelve months, those without articles too', () => {
  const cells = unitCells('2019', [{ unit: '2019-03', count: 4 }]);
  assert.equal(cells.length, 12);
  assert.deepEqual(cells[2], { unit: '2019-03', label: 'March', count: 4, level: 4 });
  assert.deepEqual(cells[11], { unit: '2019-12', label: 'December', count: 0, level: 0 });
});

test('a month has the days that the calendar gives it', () => {
  const rows: [string, number][] = [
    ['2019-02', 28],
    ['2020-02', 29],
    ['1900-02', 28],
    ['2019-04', 30],
    ['2019-12', 31],
  ];
  for (const [month, length] of rows) assert.equal(unitCells(month, []).length, length, month);
  assert.deepEqual(unitCells('2019-03', [{ unit: '2019-03-05', count: 1 }])[4], {
    unit: '2019-03-05',
    label: '5',
    count: 1,
    level: 4,
  });
});

test('a cell is never shown empty when something stands there, nor fuller than the fullest', () => {
  const counts = [1, 2, 26, 51, 100].map((count, index) => ({ unit: `2019-0${index + 1}`, count }));
  const levels = unitCells('2019', counts).map(({ level }) => level);
  assert.deepEqual(levels, [1, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0]);
  assert.equal(unitCells('2019', counts.slice(0, 1), 100)[0]?.level, 1);
});

test('a calendar begins on Monday', () => {
  const rows: [string, number][] = [
    ['2019-04', 0],
    ['2019-03', 4],
    ['2019-09', 6],
    ['2000-01', 5],
  ];
  for (const [month, empty] of rows) assert.equal(cellsBefore(month), empty, month);
});
