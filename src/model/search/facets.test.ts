import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dayNumber, dayOf } from './days.ts';
import { narrow } from './facets.ts';
import type { Columns } from './files/columns.ts';
import { histogram, lastDay } from './histogram.ts';

const days = ['2009-08-01', '2010-08-01', '2011-06-01', '2019-03-05', '2019-12-05'];
const value = (id: string, ...docs: number[]) => ({ id, name: id, docs: Uint32Array.from(docs) });
const columns: Columns = {
  count: 5,
  earliest: Uint32Array.from(days, dayNumber),
  latest: Uint32Array.from(['2009-08-31', '2010-08-31', '2011-06-30', ...days.slice(3)], dayNumber),
  lengths: Uint32Array.from([9, 9, 9, 9, 9]),
  facets: {
    outlet: [value('mt', 1, 3), value('rfe-rl', 0), value('bif', 2), value('anon', 4)],
    source: [],
    person: [value('putin', 3, 4), value('medvedev', 0)],
    place: [],
    topic: [],
    language: [value('en', 0, 1, 2, 3, 4)],
  },
};
const everything = Uint32Array.of(4, 3, 2, 1, 0);
const none = { chosen: {}, excluded: {} };

describe('Narrowing', () => {
  it('takes any of the chosen inside a facet and all between facets', () => {
    const by = { chosen: { outlet: ['mt', 'anon'], person: ['putin'] }, excluded: {} };
    assert.deepEqual([...narrow(columns, everything, by).passed], [4, 3]);
  });

  it('counts a facet as if nothing were chosen in it', () => {
    const { counts } = narrow(columns, everything, { chosen: { outlet: ['mt'] }, excluded: {} });
    assert.deepEqual([...counts.outlet], [2, 1, 1, 1]);
    assert.deepEqual([...counts.person], [1, 0]);
  });

  it('leaves out what is excluded', () => {
    const { passed } = narrow(columns, everything, { chosen: {}, excluded: { person: ['putin'] } });
    assert.deepEqual([...passed], [2, 1, 0]);
  });

  it('takes a date that may lie in the range', () => {
    const from = dayNumber('2009-08-27');
    const { passed, dated } = narrow(columns, everything, { ...none, from, to: lastDay('2009') });
    assert.deepEqual([...passed], [0]);
    assert.equal(dated.length, 5);
  });
});

describe('The histogram', () => {
  it('has a bar for every year between, empty ones too', () => {
    const bars = histogram(everything, columns.earliest);
    assert.deepEqual(
      bars.map(({ unit, count }) => `${unit} ${count}`),
      [
        '2009 1',
        '2010 1',
        '2011 1',
        '2012 0',
        '2013 0',
        '2014 0',
        '2015 0',
        '2016 0',
        '2017 0',
        '2018 0',
        '2019 2',
      ],
    );
  });

  it('goes by days where there are few', () => {
    const bars = histogram(
      Uint32Array.of(0, 1),
      Uint32Array.from(['2019-02-27', '2019-03-01'], dayNumber),
    );
    assert.deepEqual(
      bars.map(({ unit }) => unit),
      ['2019-02-27', '2019-02-28', '2019-03-01'],
    );
  });

  it('counts days back and forth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), (day) => {
        assert.equal(dayNumber(dayOf(day)), day);
      }),
    );
  });
});
