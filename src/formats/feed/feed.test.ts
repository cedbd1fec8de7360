import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Parser } from 'htmlparser2';
import { tagListings, wholeArchive } from '../files/listings.ts';
import { type Pieces, textsOf } from '../files/site-file.ts';
import { hostileHoldings } from '../hostile-articles.fixture.ts';
import { citationOf } from '../reference/citation-record.ts';
import type { ExportedArticle, HoldingsToExport } from '../reference/holdings.ts';
import { atomFeed as atomPieces } from './atom.ts';
import { correctionsFeed } from './corrections.ts';
import { type FeedDocument, feedDocuments } from './feed.ts';
import { feedEntries } from './feed-entries.ts';
import { jsonFeed as jsonPieces } from './json-feed.ts';
import { opml } from './opml.ts';

const holdings = hostileHoldings();
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

function documentsOf(archive: HoldingsToExport): FeedDocument[] {
  const { articles } = archive;
  const citation = (number: number) =>
    citationOf(articles[number] ?? assert.fail('There is no such article.'), archive);
  return feedDocuments(wholeArchive(archive), feedEntries(archive, citation));
}

const textOf = (pieces: Pieces) => [...textsOf(pieces)].join('');
const atomFeed = (feed: FeedDocument) => textOf(atomPieces(feed));
const jsonFeed = (feed: FeedDocument) => textOf(jsonPieces(feed));

/** An archive of as many articles, each captured a day after the one before. */
function grown(count: number): HoldingsToExport {
  const [first] = holdings.articles;
  assert.ok(first);
  const articles: ExportedArticle[] = Array.from({ length: count }, (_, index) => ({
    ...first,
    id: `2001/a-${String(index).padStart(4, '0')}`,
    address: `/articles/2001/a-${String(index).padStart(4, '0')}.html`,
    data: {
      ...first.data,
      capture: {
        ...first.data.capture,
        capturedAt: new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
      },
    },
  }));
  return { ...holdings, articles };
}

interface Read {
  /** Texts of elements, by the path of their names. */
  readonly texts: Map<string, string[]>;
  readonly links: { rel: string; href: string; type: string }[];
}

function readXml(xml: string): Read {
  const texts = new Map<string, string[]>();
  const links: Read['links'] = [];
  const path: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, { rel = '', href = '', type = '' }) {
        path.push(name);
        texts.set(path.join('/'), [...(texts.get(path.join('/')) ?? []), '']);
        if (name === 'link') links.push({ rel, href, type });
      },
      ontext(text) {
        const list = texts.get(path.join('/'));
        if (list) list[list.length - 1] += text;
      },
      onclosetag: () => void path.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { texts, links };
}

const linkOf = ({ links }: Read, rel: string) => links.find((link) => link.rel === rel)?.href;

test('an Atom feed has what RFC 4287 asks for, of the feed and of every entry', () => {
  const [feed] = documentsOf(holdings);
  assert.ok(feed);
  const read = readXml(atomFeed(feed));
  for (const name of ['id', 'title', 'updated', 'rights', 'author/name']) {
    assert.equal(read.texts.get(`feed/${name}`)?.length, 1, name);
  }
  const count = holdings.articles.length;
  for (const name of ['id', 'title', 'updated', 'content', 'rights']) {
    assert.equal(read.texts.get(`feed/entry/${name}`)?.length, count, name);
  }
  for (const name of ['feed/updated', 'feed/entry/updated', 'feed/entry/published']) {
    for (const instant of read.texts.get(name) ?? []) assert.match(instant, INSTANT);
  }
  assert.equal(new Set(read.texts.get('feed/entry/id')).size, count);
  assert.deepEqual(
    new Set(read.texts.get('feed/entry/title')),
    new Set(holdings.articles.map(({ title }) => title)),
  );
  for (const { href } of read.links) assert.match(href, /^https:\/\//);
  assert.equal(
    read.texts.get('feed/entry/author/name')?.every((name) => name !== ''),
    true,
  );
});

test('no two entries of a document have one instant', () => {
  const updated = documentsOf(grown(60)).flatMap((feed) =>
    readXml(atomFeed(feed)).texts.get('feed/entry/updated'),
  );
  assert.equal(new Set(updated).size, 60);
  const [feed] = documentsOf(holdings);
  assert.ok(feed);
  const read = readXml(atomFeed(feed)).texts;
  const instants = read.get('feed/entry/updated') ?? [];
  assert.equal(new Set(instants).size, instants.length);
  assert.equal(read.get('feed/updated')?.[0], instants.toSorted().at(-1));
});

test('only a certain day is given as the day of publication', () => {
  const [feed] = documentsOf(holdings);
  assert.ok(feed);
  const certain = holdings.articles.filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date.text));
  assert.equal(readXml(atomFeed(feed)).texts.get('feed/entry/published')?.length, certain.length);
});

test('a subscriber can walk from the feed through every archived document, each article once', () => {
  const archive = grown(260);
  const documents = new Map(documentsOf(archive).map((one) => [atomFeed(one), one]));
  const byAddress = new Map(
    [...documents.keys()].map((xml) => [linkOf(readXml(xml), 'self'), xml]),
  );
  const seen: string[] = [];
  let newer: string | undefined;
  let at: string | undefined = 'https://archive.example.org/press/feed.xml';
  while (at !== undefined) {
    const xml = byAddress.get(at);
    assert.ok(xml, at);
    const read = readXml(xml);
    seen.push(...(read.texts.get('feed/entry/id') ?? []));
    assert.equal(read.texts.has('feed/fh:archive'), seen.length > 60, at);
    if (newer !== undefined && newer !== 'https://archive.example.org/press/feed.xml') {
      assert.equal(linkOf(read, 'next-archive'), newer);
    }
    newer = at;
    at = linkOf(read, 'prev-archive');
  }
  assert.equal(seen.length, 260);
  assert.equal(new Set(seen).size, 260);
});

test('an archived document stays as it is when articles are added', () => {
  const archived = (count: number) =>
    documentsOf(grown(count))
      .filter(({ number, newer }) => number !== undefined && newer !== undefined)
      .map(atomFeed);
  const [before, after] = [archived(210), archived(420)];
  assert.ok(before.length > 1);
  assert.deepEqual(after.slice(0, before.length), before);
});

test('the JSON feed leads to the older items and matches version 1.1', () => {
  for (const document of documentsOf(grown(120))) {
    const feed = JSON.parse(jsonFeed(document));
    assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
    assert.equal(typeof feed.title, 'string');
    for (const key of ['home_page_url', 'feed_url']) assert.match(feed[key], /^https:\/\//);
    assert.equal(feed.next_url === undefined, document.older === undefined);
    for (const item of feed.items) {
      assert.equal(typeof item.id, 'string');
      assert.equal(typeof (item.content_html ?? item.content_text), 'string');
      assert.match(item.date_modified, INSTANT);
      assert.ok(
        Array.isArray(item.authors) && item.authors.every((one: { name: string }) => one.name),
      );
      assert.ok(item._archive.rights.length > 0);
    }
  }
});

test('what access does not let out stands in no feed', () => {
  const [first] = holdings.articles;
  assert.ok(first);
  const article = { ...first, data: { ...first.data, access: 'metadata' as const } };
  const archive = { ...holdings, articles: [article] };
  const [feed] = documentsOf(archive);
  assert.ok(feed);
  for (const text of [atomFeed(feed), jsonFeed(feed)]) {
    assert.ok(!text.includes(first.entry.body.html));
    assert.ok(!text.includes('Text &'));
  }
});

test('corrections and withdrawals have a feed, newest first', () => {
  const [one, two] = holdings.articles;
  assert.ok(one && two);
  const correction = (date: string) => ({ date, text: 'The date was wrong & is right.' });
  const archive = {
    ...holdings,
    articles: [
      {
        ...one,
        data: { ...one.data, corrections: [correction('2026-01-01'), correction('2026-03-01')] },
      },
    ],
    withdrawn: [
      {
        ...two,
        data: {
          ...two.data,
          access: 'withdrawn' as const,
          withdrawn: { date: '2026-02-01', reason: 'The publisher asked for it in a letter.' },
        },
      },
    ],
  };
  const { texts } = readXml(correctionsFeed(archive));
  const instants = texts.get('feed/entry/updated') ?? [];
  assert.deepEqual(
    instants.map((instant) => instant.slice(0, 10)),
    ['2026-03-01', '2026-02-01', '2026-01-01'],
  );
  assert.equal(new Set(instants).size, 3, 'Validators warn of two entries of one instant.');
  assert.equal(texts.get('feed/updated')?.[0], instants[0]);
  assert.equal(new Set(texts.get('feed/entry/id')).size, 3);
});

test('the list of feeds names each tag page’s feed by its full address', () => {
  const text = opml([wholeArchive(holdings), ...tagListings(holdings)], holdings.settings);
  const addresses = [...text.matchAll(/(?:xmlUrl|htmlUrl)="([^"]*)"/g)].map(([, at = '']) => at);
  assert.ok(addresses.length > 20);
  for (const address of addresses)
    assert.match(address, /^https:\/\/archive\.example\.org\/press\//);
});
