import type { Kind } from '../model/kinds.ts';
import { mentionFinder, type Spelling } from '../model/names/mentions.ts';
import { spellingsOf } from '../model/names/spellings-of.ts';
import { memoOf } from '../record/memos.ts';
import type { Archive } from './archive.ts';
import type { Article, Authority, Holdings } from './articles.ts';
import { digestOf } from './fingerprint.ts';
import { oncePer } from './once.ts';

/** The kinds of record whose spellings are looked for in texts. */
export const NAMED: readonly Kind[] = ['people', 'places'];

/** How each article spells the people and places it names: spellings in order, by `kind/id`. */
export type SpellingsOf = (article: Article) => ReadonlyMap<string, readonly string[]>;

/** Finds the spellings in headline, text and captions, and tells what they depend on. */
export function spellingFinder({ authorities }: Pick<Holdings, 'authorities'>): {
  spellingsOf: SpellingsOf;
  spellingsKey: (article: Article) => string;
} {
  const records = new Map(
    NAMED.map((kind) => [kind, new Map(authorities[kind].map((record) => [record.id, record]))]),
  );
  const named = ({ people, places }: Article) => {
    const list: Authority[] = [];
    for (const links of [people, places]) {
      for (const { kind, id } of links) {
        const record = records.get(kind)?.get(id);
        if (record) list.push(record);
      }
    }
    return list;
  };
  const keys = new Map<Article, string>();
  const spellingsKey = (article: Article) => {
    let key = keys.get(article);
    if (key === undefined) {
      let shown = article.key;
      for (const { digest } of named(article)) shown += digest;
      key = digestOf(shown);
      keys.set(article, key);
    }
    return key;
  };
  // As JSON: a text is read back at once with all others, lists within lists one by one.
  const memo = memoOf('spellings');
  return {
    spellingsKey,
    spellingsOf: (article) => {
      const found = memo.get(article.id, spellingsKey(article), () =>
        JSON.stringify([...findSpellings(article, named(article))]),
      );
      return new Map<string, string[]>(JSON.parse(found));
    },
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

/** An article with a spelling of a name that it has. */
export interface SpellingUse {
  readonly article: Article;
  readonly spelling: string;
}

/** Every spelling of every person and place in every text, by `kind/id`, oldest article first. */
export const spellingUses = oncePer(
  ({ articles, spellingsOf }: Archive): ReadonlyMap<string, readonly SpellingUse[]> => {
    const uses = new Map<string, SpellingUse[]>();
    for (const article of articles) {
      for (const [key, spellings] of spellingsOf(article)) {
        const list = uses.get(key) ?? [];
        for (const spelling of spellings) list.push({ article, spelling });
        uses.set(key, list);
      }
    }
    return uses;
  },
);

/** A spelling as the texts have it, with the articles that use it, by outlet. */
export interface SpellingInTexts {
  readonly spelling: string;
  readonly count: number;
  readonly outlets: readonly Article['outlet'][];
}

/** How the articles of the archive spell a person or place, the most usual spelling first. */
export function spellingsInTexts(
  archive: Archive,
  record: Pick<Authority, 'kind' | 'id'>,
): SpellingInTexts[] {
  const found = new Map<string, { count: number; outlets: Set<Article['outlet']> }>();
  for (const { article, spelling } of spellingUses(archive).get(`${record.kind}/${record.id}`) ??
    []) {
    const one = found.get(spelling) ?? { count: 0, outlets: new Set() };
    one.count++;
    one.outlets.add(article.outlet);
    found.set(spelling, one);
  }
  return [...found]
    .map(([spelling, { count, outlets }]) => ({ spelling, count, outlets: [...outlets] }))
    .sort((a, b) => b.count - a.count || (a.spelling < b.spelling ? -1 : 1));
}
