import type { RecordLink } from '../model/article-view.ts';
import { KINDS, type Kind } from '../model/kinds.ts';
import { type Article, type Authority, type Holdings, readHoldings } from './articles.ts';
import { digestOf } from './fingerprint.ts';
import { type SpellingsOf, spellingFinder } from './names.ts';
import { type RelatedFinder, relatedFinder } from './related-memo.ts';
import { type SameStory, sameStories } from './same-story.ts';
import { summarise } from './summary.ts';
import { makeTimeline, type Timeline } from './timeline.ts';

/** The archive as pages need it: sorted lists and indexes, made once per build. */
export interface Archive extends Holdings, SameStory, RelatedFinder {
  /** "5 articles, 2009–2019, from 4 outlets." */
  readonly summary: string;
  readonly timeline: Timeline;
  /** Articles of a record, oldest first. */
  readonly articlesOf: (record: Pick<RecordLink, 'kind' | 'id'>) => readonly Article[];
  /** Digest of the entries of a record's articles, in their order. */
  readonly listKey: (record: Pick<RecordLink, 'kind' | 'id'>) => string;
  readonly spellingsOf: SpellingsOf;
  /** Digest of what the spellings in an article depend on. */
  readonly spellingsKey: (article: Article) => string;
  /** The articles before and after one, by date. */
  readonly neighboursOf: (article: Article) => { earlier?: Article; later?: Article };
}

let opened: Promise<Archive> | undefined;

/** Opens the archive; in a build the same one every time, in development the one of this moment. */
export function openArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return makeArchive();
  opened ??= makeArchive();
  return opened;
}

async function makeArchive(): Promise<Archive> {
  const holdings = await readHoldings();
  const { articles } = holdings;
  const lists = listByRecord(articles);
  const positions = new Map(articles.map((article, index) => [article, index]));
  const articlesOf: Archive['articlesOf'] = ({ kind, id }) => lists[kind].get(id) ?? [];
  const timeline = makeTimeline(articles);
  return {
    ...holdings,
    timeline,
    summary: summarise(articles, timeline),
    articlesOf,
    listKey: listKeys(articlesOf),
    ...spellingFinder(holdings),
    ...relatedFinder(articles, articlesOf),
    ...sameStories(articles),
    neighboursOf(article) {
      const at = positions.get(article) ?? Number.NaN;
      const [earlier, later] = [articles[at - 1], articles[at + 1]];
      return { ...(earlier && { earlier }), ...(later && { later }) };
    },
  };
}

type Lists = Readonly<Record<Kind, Map<string, Article[]>>>;

function listByRecord(articles: readonly Article[]): Lists {
  const lists = Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as unknown as Lists;
  for (const article of articles) {
    for (const { kind, id } of recordsOf(article)) {
      const list = lists[kind].get(id);
      if (list) list.push(article);
      else lists[kind].set(id, [article]);
    }
  }
  return lists;
}

function listKeys(articlesOf: Archive['articlesOf']): Archive['listKey'] {
  const keys = new Map<string, string>();
  return (record) => {
    const name = `${record.kind}/${record.id}`;
    let key = keys.get(name);
    if (key === undefined) {
      key = digestOf(
        articlesOf(record)
          .map((article) => article.key)
          .join(''),
      );
      keys.set(name, key);
    }
    return key;
  };
}

/** Every record that an article refers to. */
export function recordsOf(article: Article): readonly RecordLink[] {
  return [
    article.outlet,
    ...article.sources,
    ...article.people,
    ...article.places,
    ...article.topics,
  ];
}

/** Records of all kinds, by kind and name. */
export function allAuthorities({ authorities }: Holdings): readonly Authority[] {
  return KINDS.flatMap((kind: Kind) => authorities[kind]);
}
