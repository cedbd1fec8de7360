import type { RecordLink } from '../model/article-view.ts';
import { KINDS, type Kind } from '../model/kinds.ts';
import { type Article, type Authority, type Holdings, readHoldings } from './articles.ts';
import { type SpellingsOf, spellingFinder } from './names.ts';
import type { Related } from './related.ts';
import { relatedFinder } from './related-memo.ts';
import { type SameStory, sameStories } from './same-story.ts';
import { summarise } from './summary.ts';
import { makeTimeline, type Timeline } from './timeline.ts';

/** The archive as pages need it: sorted lists and indexes, made once per build. */
export interface Archive extends Holdings, SameStory {
  /** "5 articles, 2009–2019, from 4 outlets." */
  readonly summary: string;
  readonly timeline: Timeline;
  /** Articles of a record, oldest first. */
  readonly articlesOf: (record: Pick<RecordLink, 'kind' | 'id'>) => readonly Article[];
  readonly spellingsOf: SpellingsOf;
  /** Digest of what the spellings in an article depend on. */
  readonly spellingsKey: (article: Article) => string;
  readonly relatedTo: (article: Article) => Related[];
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
  const positions = new Map(articles.map((article, index) => [article.id, index]));
  const articlesOf: Archive['articlesOf'] = ({ kind, id }) => lists.get(`${kind}/${id}`) ?? [];
  const timeline = makeTimeline(articles);
  return {
    ...holdings,
    timeline,
    summary: summarise(articles, timeline),
    articlesOf,
    ...spellingFinder(holdings),
    relatedTo: relatedFinder(articles, articlesOf),
    ...sameStories(articles),
    neighboursOf({ id }) {
      const at = positions.get(id) ?? -1;
      const [earlier, later] = [articles[at - 1], articles[at + 1]];
      return { ...(earlier && { earlier }), ...(later && { later }) };
    },
  };
}

function listByRecord(articles: readonly Article[]): Map<string, Article[]> {
  const lists = new Map<string, Article[]>();
  for (const article of articles) {
    for (const { kind, id } of recordsOf(article)) {
      const key = `${kind}/${id}`;
      const list = lists.get(key);
      if (list) list.push(article);
      else lists.set(key, [article]);
    }
  }
  return lists;
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
