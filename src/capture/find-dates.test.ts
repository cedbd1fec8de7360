import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findDates } from './find-dates.ts';

describe('Dates written in texts', () => {
  for (const [text, ...stamps] of [
    ['5 March 2019', '2019-03-05'],
    ['March 5th, 2019 at 4:39 PM', '2019-03-05T16:39'],
    ['Fri Aug 13 19:08:33 EDT 2010', '2010-08-13T19:08'],
    ['Mon, 05 Mar 2012 10:00:00 GMT', '2012-03-05T10:00'],
    ['1er janvier 2012', '2012-01-01'],
    ['7 de octubre de 2012', '2012-10-07'],
    ['24 сентября 2014 г.', '2014-09-24'],
    ['3 квітня 2015', '2015-04-03'],
    ['5 Μαρτίου 2014', '2014-03-05'],
    ['الأحد، 04 آب/اغسطس 2013', '2013-08-04'],
    ['5 اغسطس 2013', '2013-08-05'],
    ['2014년 3월 5일', '2014-03-05'],
    ['2014. március 5. 10:20', '2014-03-05T10:20'],
    ['2014 m. kovo 5 d.', '2014-03-05'],
    ['5 tháng 3, 2015', '2015-03-05'],
    ['31 February 2019, 32.13.2019'],
    ['on 17 June', '--06-17'],
  ] as const) {
    it(`reads “${text}”`, () => {
      assert.deepEqual(
        findDates(text).map(({ stamp }) => stamp),
        stamps,
      );
    });
  }
});
