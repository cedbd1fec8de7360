import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { checkPictures } from '../quality/pictures/check-site.ts';
import { namedBy } from '../quality/pictures/count.ts';
import { numbersIn, numbersListed, readPicture } from '../quality/pictures/read-page.ts';
import { ROOT, shippedSite, words } from './built-site.ts';

const SITE = path.join(ROOT, 'dist');
const read = (address: string) => readPicture(SITE, address);

/** Numbers by where they lead, without the folder and the ending. */
function plain(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(
    [...counts].map(([address, count]) => [address.replace(/^\/[\w-]+\/|\.html/g, ''), count]),
  );
}

// Counted by hand in the front matter of the five articles.
describe('In the pictures of the five articles stands what was counted by hand', () => {
  it('timeline: one of each of 2009, 2010 and 2011, two of 2019', () => {
    const years = plain(numbersIn(read('/timeline.html'), '.strip ol a'));
    assert.deepEqual(years, { 2009: 1, 2010: 1, 2011: 1, 2019: 2 });
    assert.deepEqual(plain(numbersIn(read('/timeline/2019.html'), '.units a.cell')), {
      '2019-03': 1,
      '2019-12': 1,
    });
    const days = plain(numbersIn(read('/timeline/2019.html'), '.days a.cell'));
    assert.deepEqual(days, { '2019-03-05': 1, '2019-12-05': 1 });
    assert.deepEqual(plain(numbersIn(read('/timeline/2009-08.html'), '.units a.cell')), {});
  });

  it('on this day: 5 March and 5 December', () => {
    const days = plain(numbersIn(read('/on-this-day.html'), '.days a.cell'));
    assert.deepEqual(days, { '03#d03-05': 1, '12#d12-05': 1 });
  });

  it('coverage: who was held when, and nothing from 2012 to 2018', () => {
    const page = read('/coverage.html');
    assert.deepEqual(plain(numbersIn(page, '.over a.cell')), {
      'the-moscow-times#t2010': 1,
      'the-moscow-times#t2019': 1,
      'the-moscow-times': 2,
      'belarus-in-focus#t2011': 1,
      'belarus-in-focus': 1,
      'rfe-rl#t2009': 1,
      'rfe-rl': 1,
      'unidentified-republisher#t2019': 1,
      'unidentified-republisher': 1,
    });
    const totals = [...page.document.querySelectorAll('.over tbody tr:last-child td')].map(words);
    assert.deepEqual(totals, ['1', '1', '1', '', '', '', '', '', '', '', '2', '5']);
    assert.match(words(page.document.querySelector('.said')), /from any outlet from 2012 to 2018/);
    const small = plain(
      new Map(
        [...page.document.querySelectorAll('.gateway .counted li')].map((line) => [
          words(line).replace(/ \d+ articles?$/, ''),
          Number(/(\d+) articles?$/.exec(words(line))?.[1]),
        ]),
      ),
    );
    assert.equal(small['Supplied by the archive'], 4);
    assert.equal(small['Stated to the day'], 1);
    assert.equal(small['Published in full'], 5);
  });

  it('who with whom: names, and pairs of them', () => {
    const page = read('/company.html');
    assert.deepEqual(plain(numbersListed(page, '.listed')), {
      'people-alexander-lukashenko': 5,
      'people-vladimir-putin': 2,
      'people-alexander-kozulin': 1,
      'people-dmitry-medvedev': 1,
      'people-sergei-prikhodko': 1,
      'people-vasily-fedosenko': 1,
      'places-belarus': 5,
      'places-minsk': 4,
      'places-moscow': 4,
      'places-russia': 4,
      'places-ukraine': 3,
      'places-abkhazia': 2,
      'places-crimea': 2,
      'places-south-ossetia': 2,
      'places-united-states': 2,
      'places-black-sea': 1,
      'places-chernobyl': 1,
      'places-eastern-europe': 1,
    });
    const cells = plain(numbersIn(page, '.pairs a.cell'));
    const some: Record<string, number | undefined> = {
      'people-vladimir-putin#people-alexander-lukashenko': 2,
      'people-dmitry-medvedev#people-alexander-lukashenko': 1,
      'people-dmitry-medvedev#people-vladimir-putin': undefined,
      'people-vasily-fedosenko#people-sergei-prikhodko': 1,
      'places-belarus#people-alexander-lukashenko': 5,
      'places-minsk#people-vladimir-putin': 1,
      'places-moscow#people-vladimir-putin': 2,
      'places-moscow#places-minsk': 3,
      'places-russia#places-moscow': 4,
      'places-ukraine#places-russia': 3,
      'places-abkhazia#people-dmitry-medvedev': 1,
      'places-crimea#places-ukraine': 2,
      'places-crimea#places-abkhazia': undefined,
      'places-south-ossetia#places-abkhazia': 2,
      'places-united-states#places-ukraine': 2,
      'places-eastern-europe#people-alexander-kozulin': 1,
      'places-eastern-europe#places-moscow': undefined,
    };
    for (const [cell, count] of Object.entries(some)) assert.equal(cells[cell], count, cell);
  });

  it('map: twenty-one places, three of them without a spot', () => {
    const page = read('/map.html');
    const listed = plain(numbersListed(page, '.listed'));
    assert.equal(Object.keys(listed).length, 21);
    assert.deepEqual(
      [listed['belarus'], listed['moscow'], listed['ukraine'], listed['italy']],
      [5, 4, 3, 1],
    );
    // The map of the region and that of the world share what lies in the region.
    const spots = new Set(
      [...page.document.querySelectorAll('svg.map a')].map((link) => link.getAttribute('href')),
    );
    assert.equal(spots.size, 18);
  });

  it('spellings: five ways to write one name', () => {
    const page = read('/spellings/people-alexander-lukashenko.html');
    const sections = [...page.document.querySelectorAll('section.lines')].map((section) => [
      words(section.querySelector('h2')),
      section.querySelectorAll('li').length,
    ]);
    assert.deepEqual(Object.fromEntries(sections), {
      Lukashenko: 3,
      'Alexander Lukashenko': 2,
      'Alyaksandr Lukashenka': 2,
      Lukashenka: 2,
      'Alexander Lukashenka': 1,
    });
  });

  it('and no number differs from a count over the content folder', () => {
    const { wrong, numbers } = checkPictures(SITE, path.join(ROOT, 'content'));
    assert.deepEqual(wrong, []);
    assert.ok(numbers > 150, String(numbers));
    assert.ok(shippedSite().files.includes('/data/coverage.csv'));
  });
});

describe('The count that the pictures are compared with', () => {
  it('knows what a date names', () => {
    assert.deepEqual(namedBy('2009-08~'), { years: ['2009'], months: ['2009-08'], days: [] });
    assert.deepEqual(namedBy('2019-12-31/2020-01-01'), {
      years: ['2019', '2020'],
      months: ['2019-12', '2020-01'],
      days: ['2019-12-31', '2020-01-01'],
    });
    assert.throws(() => namedBy('198X'), /does not know/);
  });
});
