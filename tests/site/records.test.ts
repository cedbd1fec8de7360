import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ArticleFile,
  KINDS,
  type RecordFile,
  recordsOf,
  shippedArchive,
} from './archive-files.ts';
import { linksIn, mainOf, type Page, sectionOf, shippedSite, words } from './built-site.ts';

const site = shippedSite();
const archive = shippedArchive();
const byKey = new Map(archive.records.map((record) => [keyOf(record), record]));

/** The dates of the five articles in words, in order. */
const DATES: Readonly<Record<string, string>> = {
  '2009-08~': 'about August 2009',
  '2010-08~': 'about August 2010',
  '2011-06~': 'about June 2011',
  '2019-03-05': '5 March 2019',
  '2019-12-05~': 'about 5 December 2019',
};

function keyOf({ kind, id }: RecordFile): string {
  return `${kind}/${id}`;
}

/** Articles that refer to a record, oldest first. */
function articlesOf(record: RecordFile): ArticleFile[] {
  return archive.articles
    .filter((article) => recordsOf(article).includes(keyOf(record)))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** List items that name one record and how many articles it has: "Minsk 4". */
function countsOn(page: Page, within: Element): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of within.querySelectorAll('li')) {
    const links = linksIn(page, item);
    const key = /^\/((?:people|places|outlets|sources|topics)\/[^/]+)\.html$/.exec(links[0] ?? '');
    if (links.length !== 1 || key?.[1] === undefined) continue;
    const rest = words(item).replace(words(item.querySelector('a')), '');
    const [count] = /\d+/.exec(rest) ?? [];
    if (count !== undefined) counts.set(key[1], Number(count));
  }
  return counts;
}

/** Articles that a list on a page leads to, in its order. */
function listedArticles(page: Page): string[] {
  return linksIn(page, mainOf(page)).filter((address) => /^\/articles\/[^.]+\.html$/.test(address));
}

describe('The page of a record', () => {
  for (const record of archive.records) {
    const articles = articlesOf(record);
    const page = site.page(record.address);
    const main = mainOf(page);

    describe(`${record.name} (${record.kind})`, () => {
      it('lists its articles, newest first', () => {
        const wanted = articles.map(({ address }) => address).toReversed();
        assert.ok(wanted.length > 0);
        assert.deepEqual(listedArticles(page), wanted);
      });

      it('says who or what it is, how many articles it has, the first and the last', () => {
        const text = words(main);
        assert.equal(words(main.querySelector('h1')), record.name);
        if (record.description) assert.ok(text.includes(record.description));
        const head = text.slice(0, text.indexOf(articles[0]?.title ?? '?'));
        const count = articles.length === 1 ? '1 article' : `${articles.length} articles`;
        assert.ok(head.includes(count), `${count}: ${head}`);
        const [first = '', last = ''] = [articles[0], articles.at(-1)].map(
          (article) => DATES[article?.date ?? ''],
        );
        const span = first === last ? first : `first ${first}, last ${last}`;
        assert.ok(head.includes(span), `${span}: ${head}`);
      });

      it('shows every spelling in its language, with what it is', () => {
        for (const { spelling, language, is } of record.variants ?? []) {
          const shown = [...main.querySelectorAll(`[lang="${language}"]`)].find(
            (element) => words(element) === spelling,
          );
          assert.ok(shown, `${spelling} (${language})`);
          // What it is stands beside it; its language may stand above it instead.
          const near = [shown.closest('li'), shown.closest('section')?.querySelector('h2, h3')];
          const said = near.map(words).join(' ');
          const unsaid = is.split(', ').filter((part) => !said.includes(part));
          assert.deepEqual(unsaid, [], said);
        }
      });

      it('counts its articles by year in a table, where there is more than one year', () => {
        const years = Map.groupBy(articles, ({ date }) => date.slice(0, 4));
        const rows = [...main.querySelectorAll('table tr')]
          .map((row) => [...row.querySelectorAll('th, td')].map(words))
          .filter(([year]) => /^\d{4}$/.test(year ?? ''))
          .map(([year, count]) => [year, Number.parseInt(count ?? '', 10)]);
        const wanted = [...years].map(([year, list]) => [year, list.length]).sort();
        if (wanted.length > 1 || rows.length > 0) assert.deepEqual(rows, wanted);
      });

      it('says with whom and what it appears most, and how often', () => {
        const found = countsOn(page, main);
        const company = companyOf(record);
        assert.deepEqual(
          [...found].filter(([key, count]) => company.get(key) !== count),
          [],
        );
        for (const kind of KINDS) {
          const ofKind = [...company].filter(([key]) => key.startsWith(`${kind}/`));
          const shown = ofKind.filter(([key]) => found.has(key));
          const least = Math.min(...shown.map(([, count]) => count));
          assert.ok(shown.length >= Math.min(5, ofKind.length), `${shown.length} ${kind}`);
          const passedOver = ofKind.filter(([key, count]) => !found.has(key) && count > least);
          assert.deepEqual(passedOver, []);
        }
      });
    });
  }
});

/** Who and what stands in how many of the articles of a record, counted here once more. */
function companyOf(record: RecordFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of articlesOf(record).flatMap(recordsOf)) {
    if (key !== keyOf(record)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe('The page of a name that outlets spell differently', () => {
  it('says who spells the president how', () => {
    const page = site.page('/people/alexander-lukashenko.html');
    const items = [...(sectionOf(page, 'As the texts spell it')?.querySelectorAll('li') ?? [])];
    const said = items.map(words);
    assert.ok(said.some((text) => /^Lukashenka 2\b.*RFE\/RL/.test(text)));
    assert.ok(said.some((text) => /^Lukashenko 3\b.*The Moscow Times/.test(text)));
    for (const text of said) {
      assert.doesNotMatch(text, /Lukashenka .*The Moscow Times|Lukashenko .*RFE\/RL/);
    }
  });
});

describe('The page of an outlet', () => {
  it('gives evidence for every claim', () => {
    for (const record of archive.records.filter(({ kind }) => kind === 'outlets')) {
      const text = words(mainOf(site.page(record.address)));
      for (const evidence of Object.values(record.evidence ?? {})) {
        for (const part of evidence.split(/https?:\/\/[^\s)]+/)) {
          assert.ok(text.includes(part.trim()), `${record.name}: ${part}`);
        }
      }
    }
  });
});

describe('An index of records', () => {
  for (const kind of KINDS) {
    it(`lists all ${kind} as they are filed, each with its count and description`, () => {
      const page = site.page(`/${kind}.html`);
      const records = archive.records.filter((record) => record.kind === kind);
      assert.ok(records.length > 0);
      const links = linksIn(page, mainOf(page));
      // All six people have a family name of one word, the last.
      const filed = ({ name }: { name: string }) =>
        kind === 'people' ? (name.split(' ').at(-1) ?? '') : name.replace('The ', '');
      const byName = records.toSorted((a, b) => filed(a).localeCompare(filed(b), 'en'));
      assert.deepEqual(
        links.filter((address) => address.startsWith(`/${kind}/`)),
        byName.map(({ address }) => address),
      );
      const wanted = records.map((record) => [keyOf(record), articlesOf(record).length]);
      assert.deepEqual(
        Object.fromEntries(countsOn(page, mainOf(page))),
        Object.fromEntries(wanted),
      );
      const text = words(mainOf(page));
      for (const { description = '' } of records) assert.ok(text.includes(description));
    });
  }
});

describe('The front page', () => {
  const page = site.page('/index.html');
  const main = mainOf(page);

  it('leads to all five articles, newest first, and to every index', () => {
    const newestFirst = archive.articles.toSorted((a, b) => (a.date < b.date ? 1 : -1));
    assert.deepEqual(
      listedArticles(page),
      newestFirst.map(({ address }) => address),
    );
    for (const kind of [...KINDS, 'timeline', 'about']) {
      assert.ok(linksIn(page, page.document.body).includes(`/${kind}.html`), kind);
    }
  });

  it('says what the archive is and how much it holds', () => {
    const text = words(main);
    const { title = '', description = '' } = archive.settings;
    assert.equal(words(main.querySelector('h1')), title);
    assert.ok(text.includes(description));
    assert.match(words(page.document.body), /5 articles, 2009–2019, from 4 outlets/);
  });

  it('counts the articles of the records it names rightly', () => {
    const found = countsOn(page, main);
    assert.ok(found.size >= 20, `${found.size} records`);
    for (const [key, count] of found) {
      const record = byKey.get(key);
      assert.ok(record, key);
      assert.equal(count, articlesOf(record).length, key);
    }
  });
});

describe('The about page', () => {
  it('carries the rights and takedown statements and says who answers for the archive', () => {
    const page = site.page('/about.html');
    const text = words(mainOf(page));
    const { rights = '', takedown = '', publisher = '', contact = '' } = archive.settings;
    for (const paragraph of `${rights}\n\n${takedown}`.split(/\n\n/)) {
      for (const part of paragraph.split(/https?:\/\/[^\s)]+/)) {
        assert.ok(text.includes(part.replace(/\s+/g, ' ').trim()), part);
      }
    }
    assert.ok(text.includes(publisher));
    assert.ok(page.document.querySelector(`main a[href="mailto:${contact}"]`));
  });
});
