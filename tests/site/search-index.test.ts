import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { shippedArchive } from './archive-files.ts';
import { mainOf, shippedSite, words } from './built-site.ts';

const site = shippedSite();
const archive = shippedArchive();
const names = new Map(archive.records.map(({ kind, id, name }) => [`${kind}/${id}`, name]));

/** What Pagefind 1.6 keeps of a document. */
interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
}

const SIGNATURE = 'pagefind_dcd';

function unpack(address: string): Buffer {
  const bytes = gunzipSync(site.bytes(address));
  assert.equal(bytes.subarray(0, SIGNATURE.length).toString(), SIGNATURE);
  return bytes.subarray(SIGNATURE.length);
}

function filesOf(pattern: RegExp): string[] {
  return site.files.filter((file) => pattern.test(file));
}

/** By the hash in the fragment's file name, which is how the index refers to it. */
const fragments = new Map(
  filesOf(/^\/pagefind\/fragment\//).map((file) => [
    file.replace(/^.*\/|\.pf_fragment$/g, ''),
    JSON.parse(unpack(file).toString()) as Fragment,
  ]),
);

const fragmentOf = (address: string) =>
  [...fragments.values()].find((fragment) => fragment.url === address);

describe('The search index', () => {
  it('holds the five articles and nothing else', () => {
    const entry = JSON.parse(site.bytes('/pagefind/pagefind-entry.json').toString());
    const counts = Object.values<{ page_count: number }>(entry.languages);
    assert.deepEqual(
      counts.map(({ page_count: count }) => count),
      [5],
    );
    assert.deepEqual(
      [...fragments.values()].map(({ url }) => url).sort(),
      archive.articles.map(({ address }) => address),
    );
  });

  for (const article of archive.articles) {
    const { id, address, title } = article;

    it(`holds the text of the page and no more: ${title}`, () => {
      const main = mainOf(site.page(address));
      const blocks = [...(main.querySelector('#p1')?.parentElement?.children ?? [])].map(words);
      const passages = [title, ...blocks.map((text) => text.replace('Photograph, not kept ', ''))];
      // Pagefind ends each passage with a full stop of its own where there is none.
      const letters = (text: string) => text.replace(/[.\s]+/g, '');
      assert.equal(letters(fragmentOf(address)?.content ?? ''), letters(passages.join(' ')));
    });

    it(`can be narrowed by outlet, source, person, place, topic and year: ${title}`, () => {
      const values = (kind: string, ids: readonly string[]) =>
        ids.map((one) => `${one} ${names.get(`${kind}/${one}`)}`).sort();
      const found = Object.entries(fragmentOf(address)?.filters ?? {});
      assert.deepEqual(Object.fromEntries(found.map(([key, list]) => [key, list.toSorted()])), {
        outlet: values('outlets', [article.outlet]),
        source: values('sources', [article.source].flat()),
        person: values('people', article.people),
        place: values('places', article.places),
        topic: values('topics', article.topics ?? []),
        year: [id.slice(0, 4)],
      });
    });

    it(`shows in a result what the page says: ${title}`, () => {
      const { meta } = fragmentOf(address) ?? {};
      const main = words(mainOf(site.page(address)));
      assert.equal(meta?.['title'], title);
      assert.equal(meta?.['outlet'], names.get(`outlets/${article.outlet}`));
      for (const source of [article.source].flat()) {
        assert.ok(meta?.['source']?.includes(names.get(`sources/${source}`) ?? '?'));
      }
      const [, date = '', supplied] = /^(.*?)( \(supplied\))?$/.exec(meta?.['date'] ?? '') ?? [];
      assert.ok(date !== '' && main.includes(date), date);
      assert.equal(supplied !== undefined, article.supplied?.['date'] !== undefined);
    });
  }

  it('sorts by date', () => {
    const [file = ''] = filesOf(/\.pf_meta$/);
    const [, pages, , , sorts] = readCbor(unpack(file)) as [
      string,
      [string, number][],
      unknown,
      unknown,
      [string, number[]][],
    ];
    assert.deepEqual(
      sorts.map(([name]) => name),
      ['date'],
    );
    const order = (sorts[0]?.[1] ?? []).map((at) => fragments.get(pages[at]?.[0] ?? '')?.url);
    const byDate = archive.articles.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    assert.deepEqual(
      order,
      byDate.map(({ address }) => address),
    );
  });

  it('can be narrowed by six filters, each with all of its values', () => {
    const found = filesOf(/\.pf_filter$/).map(
      (file) => readCbor(unpack(file)) as [string, [string, number[]][]],
    );
    const counts = Object.fromEntries(found.map(([name, values]) => [name, values.length]));
    const count = (wanted: string) => archive.records.filter(({ kind }) => kind === wanted).length;
    assert.deepEqual(counts, {
      outlet: count('outlets'),
      source: count('sources'),
      person: count('people'),
      place: count('places'),
      topic: count('topics'),
      year: 4,
    });
  });

  it('brings none of Pagefind’s ready-made interfaces', () => {
    assert.deepEqual(filesOf(/pagefind.*(?:ui|highlight|\.css)/), []);
  });
});

/** Reads CBOR (RFC 8949) as far as Pagefind uses it: whole numbers, texts and arrays. */
function readCbor(bytes: Buffer): unknown {
  let at = 0;
  const length = (info: number): number => {
    if (info < 24) return info;
    const size = 2 ** (info - 24);
    const value = bytes.readUIntBE(at, size);
    at += size;
    return value;
  };
  const item = (): unknown => {
    const head = bytes.readUInt8(at++);
    const [kind, value] = [head >> 5, length(head & 31)];
    if (kind === 0) return value;
    if (kind === 4) return Array.from({ length: value }, item);
    assert.equal(kind, 3, `CBOR of the kind ${kind}`);
    at += value;
    return bytes.toString('utf8', at - value, at);
  };
  return item();
}
