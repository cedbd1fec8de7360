import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DateFound, DateSource } from '../reading.ts';
import { inOwnZone } from './own-zone.ts';

const found = (stamp: string, words: string, source: DateSource): DateFound => ({
  date: stamp.slice(0, 10),
  stamp,
  words,
  source,
});
const utc = found('2015-04-07T03:42', '2015-04-07T03:42:00Z', 'meta');
const first = (...dates: DateFound[]) => inOwnZone(dates)[0]?.date;

describe('The day of publication', () => {
  it('is that of the zone in which the page appeared, where the page says the same moment in it', () => {
    assert.equal(
      first(utc, found('2015-04-06T23:42', '2015-04-06T23:42:00-04:00', 'time')),
      '2015-04-06',
    );
    assert.equal(
      first(utc, found('2015-04-06T23:42', 'April 6, 2015 11:42 pm', 'text')),
      '2015-04-06',
    );
  });

  it('stays as the page’s data have it where another date is of another moment', () => {
    assert.equal(
      first(utc, found('2015-04-06T20:00', '2015-04-06T20:00:00-04:00', 'time')),
      '2015-04-07',
    );
    assert.equal(
      first(utc, found('2015-04-06T23:37', 'April 6, 2015 11:37 pm', 'text')),
      '2015-04-07',
    );
    assert.equal(first(utc, found('2015-04-06', 'April 6, 2015', 'text')), '2015-04-07');
    const local = found('2015-04-07T03:42', '2015-04-07T03:42:00+02:00', 'meta');
    assert.equal(
      first(local, found('2015-04-06T23:42', '2015-04-06T21:42:00-04:00', 'time')),
      '2015-04-07',
    );
  });
});
