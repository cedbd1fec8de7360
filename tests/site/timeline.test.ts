import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linksIn, mainOf, shippedSite, words } from './built-site.ts';

const site = shippedSite();

const AUGUST_2009 = '2009/lukashenka-says-he-will-make-no-new-concessions-to-west';
const AUGUST_2010 = '2010/lukashenko-accuses-moscow-of-meddling';
const JUNE_2011 =
  '2011/lukashenko-offers-to-release-political-prisoners-to-resume-a-dialogue-with-the';
const MARCH_2019 = '2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics';
const DECEMBER_2019 =
  '2019/belaruss-lukashenka-touts-equal-partnership-with-russia-ahead-of-meeting-with';

/** What each page of the timeline must list, oldest first, and what it calls itself. */
const UNITS: Readonly<Record<string, { heading: string; articles: readonly string[] }>> = {
  '2009': { heading: '2009', articles: [AUGUST_2009] },
  '2009-08': { heading: 'August 2009', articles: [AUGUST_2009] },
  '2010': { heading: '2010', articles: [AUGUST_2010] },
  '2010-08': { heading: 'August 2010', articles: [AUGUST_2010] },
  '2011': { heading: '2011', articles: [JUNE_2011] },
  '2011-06': { heading: 'June 2011', articles: [JUNE_2011] },
  '2019': { heading: '2019', articles: [MARCH_2019, DECEMBER_2019] },
  '2019-03': { heading: 'March 2019', articles: [MARCH_2019] },
  '2019-03-05': { heading: '5 March 2019', articles: [MARCH_2019] },
  '2019-12': { heading: 'December 2019', articles: [DECEMBER_2019] },
  '2019-12-05': { heading: '5 December 2019', articles: [DECEMBER_2019] },
};

function listed(address: string): string[] {
  const page = site.page(address);
  return linksIn(page, mainOf(page))
    .filter((link) => link.startsWith('/articles/'))
    .map((link) => link.replace(/^\/articles\/|\.html$/g, ''));
}

describe('The timeline', () => {
  it('has a page for each year, month and day that holds an article, and no other', () => {
    const found = site.files.filter((file) => /^\/timeline\/.*\.html$/.test(file));
    const wanted = Object.keys(UNITS).map((unit) => `/timeline/${unit}.html`);
    assert.deepEqual(found, wanted.sort());
  });

  for (const [unit, { heading, articles }] of Object.entries(UNITS)) {
    it(`lists on the page of ${heading} what appeared then`, () => {
      const page = site.page(`/timeline/${unit}.html`);
      assert.equal(words(mainOf(page).querySelector('h1')), heading);
      assert.deepEqual(listed(page.address), articles);
      const count = articles.length === 1 ? '1 article' : `${articles.length} articles`;
      assert.ok(words(mainOf(page)).includes(count), count);
    });

    it(`leads from ${heading} up to what it is part of and down to its parts`, () => {
      const page = site.page(`/timeline/${unit}.html`);
      const links = linksIn(page, mainOf(page));
      const above = unit.split('-').map((_, at, all) => all.slice(0, at).join('-'));
      for (const larger of above) {
        const goal = larger === '' ? '/timeline.html' : `/timeline/${larger}.html`;
        assert.ok(links.includes(goal), goal);
      }
      const below = Object.keys(UNITS).filter(
        (other) => other.startsWith(`${unit}-`) && other.length === unit.length + 3,
      );
      for (const smaller of below) {
        assert.ok(links.includes(`/timeline/${smaller}.html`), smaller);
      }
    });
  }

  it('leads from one year to the next that holds something', () => {
    const years = ['2009', '2010', '2011', '2019'];
    for (const [at, year] of years.entries()) {
      const main = mainOf(site.page(`/timeline/${year}.html`));
      const goal = (rel: string) => main.querySelector(`a[rel~=${rel}]`)?.getAttribute('href');
      const wanted = (neighbour: string | undefined) => neighbour && `${neighbour}.html`;
      assert.equal(goal('prev') ?? undefined, wanted(years[at - 1]));
      assert.equal(goal('next') ?? undefined, wanted(years[at + 1]));
    }
  });

  it('lists all articles on its own page, oldest first, with a table of the years', () => {
    assert.deepEqual(listed('/timeline.html'), [
      AUGUST_2009,
      AUGUST_2010,
      JUNE_2011,
      MARCH_2019,
      DECEMBER_2019,
    ]);
    const rows = [...mainOf(site.page('/timeline.html')).querySelectorAll('table tr')]
      .map((row) => [...row.querySelectorAll('th, td')].map(words))
      .map(([year, count]) => [year, Number.parseInt(count ?? '', 10)])
      .slice(1);
    assert.deepEqual(rows, [
      ['2009', 1],
      ['2010', 1],
      ['2011', 1],
      ['2019', 2],
    ]);
  });
});
