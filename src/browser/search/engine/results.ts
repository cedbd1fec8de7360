import { recordAddress } from '../../../model/address.ts';
import { KIND_WORDS } from '../../../model/kinds.ts';
import { excerptOf, markedStretches, markPatterns } from '../../../model/search/marks.ts';
import { type Answer, answer } from '../../../model/search/plan/answer.ts';
import { reasonFor } from '../../../model/search/plan/part.ts';
import { readQuery } from '../../../model/search/plan/read.ts';
import { parseQuery } from '../../../model/search/query/parse.ts';
import { EMPTY, type SearchState } from '../../../model/search/state.ts';
import { wordsOf } from '../../../model/search/text/words.ts';
import type { Hit, Order, Results, Suggestion } from '../protocol.ts';
import { nearTogether } from './near.ts';
import type { OpenIndex } from './open.ts';

/** Records shown as cards. */
const CARDS = 3;

/** Results that an article's page can walk through. */
const WALK = 100;

/** One page of results. */
export async function resultsOf(
  index: OpenIndex,
  state: SearchState,
  from: number,
  count: number,
): Promise<Results> {
  const { library } = index;
  const found = await answer(state, library);
  const order = await inOrder(index, found, state);
  const numbers = order.slice(from, from + count);
  const [hits, ids] = await Promise.all([
    Promise.all([...numbers].map((doc, at) => hitOf(index, found, doc, from + at < found.whole))),
    idsOf(index, order.slice(0, from + count)),
  ]);
  const { parts, dropped } = found.read;
  const records = new Set(
    parts.flatMap(({ reading }) => (reading.kind === 'name' ? reading.records : [])),
  );
  return {
    total: order.length,
    whole: found.whole,
    some: found.some,
    articles: library.columns.count,
    hits: hits.flatMap((hit) => hit ?? []),
    ids,
    parts: parts.map(({ typed, reading, found: { docs } }) => ({
      typed,
      reading: reading.kind === 'name' ? { ...reading, records: [] } : reading,
      found: docs.length,
    })),
    dropped,
    unknownFields: found.unknownFields,
    cards: [...records]
      .slice(0, CARDS)
      .flatMap((number) => library.directory.records[number] ?? []),
    facets: found.facets,
    bars: found.bars,
  };
}

/** Everything that is found, as it is sorted. */
export async function orderOf(index: OpenIndex, state: SearchState): Promise<Order> {
  const found = await answer(state, index.library);
  return { docs: await inOrder(index, found, state), articles: index.library.columns.count };
}

async function inOrder(index: OpenIndex, found: Answer, { sort, query }: SearchState) {
  return sort === 'relevance' ? nearTogether(index, found, query) : found.docs;
}

async function hitOf(
  { article }: OpenIndex,
  { read }: Answer,
  doc: number,
  isWhole: boolean,
): Promise<Hit | undefined> {
  const stored = await article(doc);
  if (stored === undefined) return undefined;
  const { text, ...rest } = stored;
  const patterns = markPatterns(read.parts);
  return {
    article: rest,
    title: markedStretches(stored.title, patterns),
    excerpt: excerptOf(text, patterns),
    reasons: read.parts
      .map((part) => reasonFor(part, doc))
      .filter((reason) => reason.kind !== 'typed'),
    isWhole,
  };
}

async function idsOf({ article }: OpenIndex, docs: Uint32Array): Promise<string[]> {
  const stored = await Promise.all([...docs.slice(0, WALK)].map(article));
  return stored.flatMap((one) => one?.id ?? []);
}

/** Names and headlines that begin with, or hold, what is being typed. */
export async function suggestionsFor(index: OpenIndex, typed: string): Promise<Suggestion[]> {
  const { library } = index;
  const names = library.directory.beginningWith(typed, 6).map(({ record, spelling }) => ({
    text: spelling === record.name ? record.name : `${spelling} (${record.name})`,
    is: KIND_WORDS[record.kind].one,
    address: recordAddress(record.kind, record.id),
  }));
  if (wordsOf(typed).length < 2 && names.length > 3) return names;
  const found = await answer({ ...EMPTY, query: typed, match: 'all' }, library);
  const titles = await Promise.all([...found.docs.slice(0, 3)].map(index.article));
  return [
    ...names,
    ...titles.flatMap((one) =>
      one ? [{ text: one.title, is: 'headline', address: `/articles/${one.id}.html` }] : [],
    ),
  ];
}

/** Runs of words to mark in an article that was found by a query. */
export async function marksFor({ library }: OpenIndex, query: string): Promise<string[][]> {
  const { parts } = await readQuery(parseQuery(query), library, false);
  return [...markPatterns(parts).values()].flat().map((run) => [...run]);
}
