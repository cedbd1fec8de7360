import type { Kind } from '../model/kinds.ts';
import { mentionFinder, type Spelling } from '../model/names/mentions.ts';
import { spellingsOf } from '../model/names/spellings-of.ts';
import { memoOf } from '../record/memos.ts';
import type { Archive } from './archive.ts';
import type { Article, Authority, Holdings } from './articles.ts';
import { fingerprint } from './fingerprint.ts';

const NAMED: readonly Kind[] = ['people', 'places'];

/** How each article spells the people and places it names: spellings in order, by `kind/id`. */
export type SpellingsOf = (article: Article) => ReadonlyMap<string, readonly string[]>;

/** Finds the spellings in headline, text and captions, and tells what they depend on. */
export function spellingFinder({ authorities }: Pick<Holdings, 'authorities'>): {
  spellingsOf: SpellingsOf;
  spellingsKey: (article: Article) => string;
} {
  const records = new Map(
    NAMED.flatMap((kind) => authorities[kind].map((record) => [`${kind}/${record.id}`, record])),
  );
  const named = ({ people, places }: Article) =>
    [...people, ...places].flatMap(({ kind, id }) => records.get(`${kind}/${id}`) ?? []);
  const keys = new Map<Article, string>();
  const spellingsKey = (article: Article) => {
    const key =
      keys.get(article) ?? fingerprint(article.key, ...named(article).map(({ digest }) => digest));
    keys.set(article, key);
    return key;
  };
  const memo = memoOf('spellings');
  return {
    spellingsKey,
    spellingsOf: (article) =>
      memo.get(article.id, spellingsKey(article), () => findSpellings(article, named(article))),
  };
}

/**
 * Capitals, as of a dateline, are a way of printing and no spelling of their own: "MINSK" is told as
 * "Minsk". Only the records that an article names are looked for, so that no other one's new spelling
 * changes its page.
 */
function findSpellings(article: Article, records: readonly Authority[]): Map<string, string[]> {
  const spellings = new Map<string, string[]>();
  if (records.length === 0) return spellings;
  const all = records.flatMap(spellingsOf);
  const find = mentionFinder(all);
  const written = new Map([
    ...all.map(({ owner, text }) => [keyOf({ owner, text: text.toUpperCase() }), text] as const),
    ...all.map((spelling) => [keyOf(spelling), spelling.text] as const),
  ]);
  for (const text of [article.title, ...article.body.blocks.map((block) => block.text)]) {
    for (const mention of find(text)) {
      const { owner } = mention;
      const spelling = written.get(keyOf(mention)) ?? mention.text;
      const list = spellings.get(owner) ?? [];
      if (!list.includes(spelling)) list.push(spelling);
      spellings.set(owner, list);
    }
  }
  return spellings;
}

function keyOf({ owner, text }: Spelling<string>): string {
  return `${owner} ${text.normalize('NFC')}`;
}

/** A spelling as the texts have it, with the articles that use it, by outlet. */
export interface SpellingInTexts {
  readonly spelling: string;
  readonly count: number;
  readonly outlets: readonly Article['outlet'][];
}

/** How the articles of the archive spell a person or place, the most usual spelling first. */
export function spellingsInTexts(
  { articlesOf, spellingsOf }: Pick<Archive, 'articlesOf' | 'spellingsOf'>,
  record: Pick<Authority, 'kind' | 'id'>,
): SpellingInTexts[] {
  if (!NAMED.includes(record.kind)) return [];
  const found = new Map<string, Article[]>();
  for (const article of articlesOf(record)) {
    for (const spelling of spellingsOf(article).get(`${record.kind}/${record.id}`) ?? []) {
      const list = found.get(spelling) ?? [];
      list.push(article);
      found.set(spelling, list);
    }
  }
  return [...found]
    .map(([spelling, articles]) => ({
      spelling,
      count: articles.length,
      outlets: [...new Set(articles.map(({ outlet }) => outlet))],
    }))
    .sort((a, b) => b.count - a.count || (a.spelling < b.spelling ? -1 : 1));
}
