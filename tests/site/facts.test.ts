import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type ArticleFile, recordsOf, shippedArchive } from './archive-files.ts';
import {
  definitionsOf,
  linksIn,
  mainOf,
  type Page,
  sectionOf,
  sha256,
  shippedSite,
  target,
  words,
} from './built-site.ts';

const site = shippedSite();
const archive = shippedArchive();
const names = new Map(archive.records.map(({ kind, id, name }) => [`${kind}/${id}`, name]));

/** What a reader must learn of each article, oldest first, written down by hand. */
const FACTS = [
  {
    id: '2009/lukashenka-says-he-will-make-no-new-concessions-to-west',
    outlet: 'RFE/RL',
    sources: ['Reuters'],
    date: 'about August 2009',
    supplied: ['date', 'outlet'],
    spelling: 'Lukashenka',
    says: ['MINSK (Reuters)', 'not stated in the capture'],
  },
  {
    id: '2010/lukashenko-accuses-moscow-of-meddling',
    outlet: 'The Moscow Times',
    sources: ['The Moscow Times', 'Reuters'],
    date: 'about August 2010',
    supplied: ['date', 'outlet'],
    spelling: 'Lukashenko',
    says: ['not stated in the capture'],
  },
  {
    id: '2011/lukashenko-offers-to-release-political-prisoners-to-resume-a-dialogue-with-the',
    outlet: 'Belarus in Focus',
    sources: ['Belarus in Focus'],
    date: 'about June 2011',
    supplied: ['date', 'outlet', 'source'],
    spelling: 'Lukashenko',
    says: ['2016-04-22', 'not stated in the capture'],
  },
  {
    id: '2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics',
    outlet: 'The Moscow Times',
    sources: ['Reuters'],
    date: '5 March 2019',
    supplied: [],
    spelling: 'Lukashenko',
    says: [
      'By Reuters',
      'https://www.themoscowtimes.com/2019/03/05/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics-a64715',
    ],
  },
  {
    id: '2019/belaruss-lukashenka-touts-equal-partnership-with-russia-ahead-of-meeting-with',
    outlet: 'Unidentified republisher',
    sources: ['RFE/RL'],
    date: 'about 5 December 2019',
    supplied: ['date', 'outlet'],
    spelling: 'Lukashenka',
    says: ['not stated in the capture'],
  },
] as const;

const pageOf = (id: string) => site.page(`/articles/${id}.html`);

function fileOf(id: string): ArticleFile {
  const article = archive.articles.find((one) => one.id === id);
  assert.ok(article, id);
  return article;
}

/** The one definition of a term on a page. */
function definition(page: Page, term: string): Element {
  const [found, ...more] = definitionsOf(page, term);
  assert.ok(found && more.length === 0, `${page.address} has one “${term}”`);
  return found;
}

describe('The page of an article', () => {
  for (const [at, facts] of FACTS.entries()) {
    const { id } = facts;
    const article = fileOf(id);

    describe(article.title, () => {
      const page = pageOf(id);
      const main = words(mainOf(page));

      it('says outlet, source and date in words, above the text and on the card', () => {
        assert.equal(words(definition(page, 'Outlet')), facts.outlet);
        for (const source of facts.sources) {
          assert.ok(words(definition(page, 'Source')).includes(source), source);
        }
        assert.equal(words(definition(page, 'Date')), facts.date);
        const head = main.slice(0, main.indexOf('Catalogue card'));
        for (const fact of [facts.outlet, facts.date, ...facts.sources]) {
          assert.ok(head.includes(fact), fact);
        }
        assert.deepEqual(linksIn(page, definition(page, 'Outlet')), [
          `/outlets/${article.outlet}.html`,
        ]);
      });

      it('says what else the page of the capture stated, and that it stated no more', () => {
        for (const words of facts.says) assert.ok(main.includes(words), words);
      });

      it('gives evidence for what the archive supplied, and for nothing else', () => {
        assert.deepEqual(Object.keys(article.supplied ?? {}).sort(), facts.supplied.toSorted());
        const section = sectionOf(page, 'Supplied by the archive');
        assert.equal(section !== undefined, facts.supplied.length > 0);
        const terms = [...(section?.querySelectorAll('dt') ?? [])].map(words).sort();
        assert.deepEqual(
          terms,
          facts.supplied.map((field) => `The ${field}`),
        );
        for (const field of facts.supplied) {
          const evidence = definition(page, `The ${field}`);
          checkEvidence(page, evidence, article.supplied?.[field]?.evidence ?? '');
        }
        const description = page.document.querySelector('meta[name=description]');
        const isSupplied = facts.supplied.some((field) => field === 'date');
        const said = description?.getAttribute('content')?.includes(`${facts.date} (supplied)`);
        assert.equal(said, isSupplied);
      });

      it('names people, places and topics as links, and those alone', () => {
        for (const [term, kind] of [
          ['People', 'people'],
          ['Places', 'places'],
          ['Topics', 'topics'],
        ] as const) {
          const ids = article[kind] ?? [];
          const wanted = ids.map((record) => `/${kind}/${record}.html`);
          assert.deepEqual(linksIn(page, definition(page, term)).sort(), wanted.sort());
          for (const record of ids) {
            assert.ok(
              words(definition(page, term)).includes(names.get(`${kind}/${record}`) ?? '?'),
            );
          }
        }
      });

      it('says so where it spells the president’s name from Belarusian, and only there', () => {
        const entry = [...definition(page, 'People').querySelectorAll('li')].find((item) =>
          linksIn(page, item).includes('/people/alexander-lukashenko.html'),
        );
        assert.ok(entry);
        assert.equal(/\bas\b.*\bLukashenka\b/.test(words(entry)), facts.spelling === 'Lukashenka');
        assert.equal(words(entry).includes('Lukashenka'), facts.spelling === 'Lukashenka');
      });

      it('leads to the articles before and after it', () => {
        for (const [rel, neighbour] of [
          ['prev', FACTS[at - 1]],
          ['next', FACTS[at + 1]],
        ] as const) {
          const link = mainOf(page).querySelector(`a[rel~=${rel}]`);
          const goal = link ? target(page, link.getAttribute('href')) : undefined;
          assert.equal(goal, neighbour && `/articles/${neighbour.id}.html`, rel);
          if (neighbour) assert.ok(words(link).includes(fileOf(neighbour.id).title));
        }
        const end = at === 0 ? /oldest article/ : at === FACTS.length - 1 ? /newest article/ : /./;
        assert.match(main, end);
      });

      it('leads to related articles and gives the names they share as reasons', () => {
        const items = [...(sectionOf(page, 'Related')?.querySelectorAll('li') ?? [])];
        assert.equal(items.length, 4);
        for (const item of items) checkReason(page, article, item);
      });

      it('leads to its capture and to bytes that have the hash it states', () => {
        const links = linksIn(page, mainOf(page));
        assert.ok(links.includes(`/articles/${id}.capture.html`));
        assert.ok(links.includes(`/captures/${id}.bin`));
        const bytes = site.bytes(`/captures/${id}.bin`);
        assert.deepEqual(bytes, readFileSync(path.join(archive.folder, article.capture.file)));
        assert.ok(main.includes(sha256(bytes)));
        const capture = site.page(`/articles/${id}.capture.html`);
        assert.ok(words(mainOf(capture)).includes(sha256(bytes)));
        assert.ok(linksIn(capture, mainOf(capture)).includes(`/captures/${id}.bin`));
        assert.ok(linksIn(capture, mainOf(capture)).includes(`/articles/${id}.html`));
      });

      it('carries its rights statement as a link', () => {
        const link = mainOf(page).querySelector('a[rel~=license]');
        assert.equal(link?.getAttribute('href'), 'http://rightsstatements.org/vocab/InC/1.0/');
        assert.equal(words(link), 'In copyright');
      });

      it('shows the archive’s note where there is one', () => {
        if (article.note === undefined) return;
        assert.ok(main.includes(article.note), article.note);
      });
    });
  }

  it('is there for each of the five articles', () => {
    assert.deepEqual(
      archive.articles.map(({ id }) => id),
      FACTS.map(({ id }) => id),
    );
  });
});

/** The words of the evidence, with its addresses as links. */
function checkEvidence(page: Page, found: Element, evidence: string): void {
  const addresses = evidence.match(/https?:\/\/[^\s)]+/g) ?? [];
  const links = [...found.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  assert.deepEqual(links, addresses, page.address);
  let text = words(found);
  for (const part of evidence.split(/https?:\/\/[^\s)]+/)) {
    assert.ok(text.includes(part.trim()), part);
    text = text.slice(text.indexOf(part.trim()) + part.trim().length);
  }
}

/** A related article names people or places that both articles name, and no others. */
function checkReason(page: Page, article: ArticleFile, item: Element): void {
  const [goal] = linksIn(page, item);
  const other = archive.articles.find(({ address }) => address === goal);
  assert.ok(other && other !== article, goal);
  const link = item.querySelector('a');
  assert.ok(words(link).includes(other.title));
  // What comes after the date: an outlet such as The Moscow Times has a place in its name.
  const reason = words(item)
    .replace(other.title, '')
    .replace(/^.*\d{4}/, '');
  const named = (one: ArticleFile) =>
    recordsOf(one).filter((key) => /^(people|places)\//.test(key));
  const shared = named(article).filter((key) => named(other).includes(key));
  const said = shared.filter((key) => reason.includes(names.get(key) ?? '?'));
  assert.ok(said.length > 0, reason);
  const foreign = named(article)
    .filter((key) => !shared.includes(key))
    .filter((key) => new RegExp(`\\b${names.get(key)}\\b`).test(reason));
  assert.deepEqual(foreign, []);
  const more = Number(/and (\d+) more/.exec(reason)?.[1] ?? 0);
  assert.equal(said.length + more, shared.length, reason);
}
