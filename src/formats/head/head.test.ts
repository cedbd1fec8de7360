import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEdtf } from '../../model/date/parse.ts';
import { hostileHoldings } from '../hostile-articles.fixture.ts';
import { citationOf } from '../reference/citation-record.ts';
import { invertedName } from '../reference/names.ts';
import { articleMeta, type Meta } from './article-meta.ts';
import { newsArticle } from './json-ld.ts';
import { publishedDate } from './published-date.ts';

const holdings = hostileHoldings();

/** What Zotero's translators "Embedded Metadata" and "RDF" make of a head, as far as we use them. */
function zotero(head: readonly Meta[]) {
  const all = (key: string) =>
    head.filter(({ name, property }) => (name ?? property) === key).map(({ content }) => content);
  const first = (...keys: string[]) => keys.flatMap(all)[0];
  const strongTypes: Record<string, string> = { website: 'webpage', book: 'book' };
  return {
    itemType: strongTypes[first('og:type') ?? ''] ?? first('DC.type') ?? 'webpage',
    title: first('DC.title', 'og:title')?.replace(/\s+/g, ' '),
    publicationTitle: first('prism.publicationName', 'DC.source', 'og:site_name'),
    date: first('prism.publicationDate', 'DC.date'),
    language: first('DC.language'),
    rights: first('DC.rights'),
    url: first('og:url'),
    creators: all('DC.creator').map((creator) => {
      const at = creator.includes(',') ? creator.indexOf(',') : -1;
      if (at >= 0) return [creator.slice(at + 1).trim(), creator.slice(0, at)];
      const space = creator.lastIndexOf(' ');
      return [creator.slice(0, Math.max(space, 0)), creator.slice(space + 1)];
    }),
  };
}

test('Zotero files every article as a newspaper article with all its fields', () => {
  for (const article of holdings.articles) {
    const record = citationOf(article, holdings);
    assert.deepEqual(zotero(articleMeta(record)), {
      itemType: 'newspaperArticle',
      title: record.title.replace(/\s+/g, ' '),
      publicationTitle: record.outlet,
      date: publishedDate(record.date),
      language: record.language,
      rights: record.rights,
      url: record.url,
      creators: record.authors.map((name) =>
        'literal' in name
          ? ['', name.literal.replaceAll(' ', '\u00a0')]
          : invertedName(name).split(', ').reverse(),
      ),
    });
  }
});

test('an author is called a person or an organisation only where that is known', () => {
  const types = new Map(
    holdings.articles.flatMap((article) => {
      const json = newsArticle(
        citationOf(article, holdings),
        article.data,
        article,
        holdings.settings,
      );
      return (JSON.parse(json).author ?? []).map((one: Record<string, string>) => [
        one['name'],
        one['@type'],
      ]);
    }),
  );
  assert.equal(types.get('Jane Doe'), 'Person');
  assert.equal(types.get('Martin Luther King Jr.'), 'Person');
  assert.equal(types.get('Reuters'), 'Organization');
  assert.equal(types.get('Ministry of Foreign Affairs and Trade'), 'Organization');
  for (const name of ['王小明', 'محمد علي', 'Voltaire']) assert.equal(types.get(name), undefined);
});

test('schema.org is told a date only where it is certain, and no title ends the script', () => {
  const [first] = holdings.articles;
  assert.ok(first);
  const tricky = { ...first, title: '</script><script>alert(1)</script>' };
  for (const article of [tricky, ...holdings.articles]) {
    const record = citationOf(article, holdings);
    const json = newsArticle(record, article.data, article, holdings.settings);
    assert.ok(!json.includes('<'));
    const data = JSON.parse(json);
    assert.equal(data.headline, article.title);
    assert.equal(data.publisher.name, article.outlet);
    const plain = /^\d{4}(-[01]\d(-\d\d)?)?$/.test(article.date.text);
    assert.equal(data.datePublished, plain ? article.date.text : undefined);
  }
});

test('a date that Zotero would misread is given as far as it is known, or in words', () => {
  const dates = [
    '2019-03-05',
    '2009-08~',
    '2007-24',
    '1999-08-XX',
    '1999-08-XX~',
    '2019-XX-XX',
    '198X',
  ];
  const ranges = [
    '2019-03-05/2019-03-07',
    '2019/2019-03-05',
    '2019-03-05/..',
    '../2019',
    '2019-21/2020',
  ];
  assert.deepEqual(
    [...dates, ...ranges].map((text) => {
      const parsed = parseEdtf(text);
      return parsed.ok ? publishedDate(parsed.date) : text;
    }),
    [
      ...['2019-03-05', '2009-08~', 'winter 2007–2008', '1999-08', '1999-08~', '2019', 'the 1980s'],
      ...['2019-03-05/2019-03-07', '2019/2019-03-05', '2019-03-05/..', '2019 or earlier'],
      'spring 2019 to 2020',
    ],
  );
});

test('no identifier is given in which Zotero would read a DOI', () => {
  const [first] = holdings.articles;
  assert.ok(first);
  const record = citationOf(first, holdings);
  const identifiers = (url: string) =>
    articleMeta({ ...record, url }).filter(({ name }) => name === 'DC.identifier').length;
  assert.equal(identifiers('https://example.org/articles/2010/slug.html'), 0);
  assert.equal(identifiers('https://example.org/10.1000/articles/2011/slug.html'), 0);
  assert.equal(identifiers('https://example.org/articles/2011/slug.html'), 1);
});
