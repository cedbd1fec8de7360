import { HOME, recordAddress, timelineAddress } from '../../model/address.ts';
import { unitsOf } from '../../model/date/units.ts';
import { unitInWords } from '../../model/date/words.ts';
import { KIND_WORDS, KINDS } from '../../model/kinds.ts';
import type { ExportedArticle, HoldingsToExport } from '../reference/holdings.ts';

/** A page that lists articles, with what it lists. */
export interface Listing {
  /** Address of the page. */
  readonly page: string;
  readonly title: string;
  /** Oldest first. */
  readonly articles: readonly ExportedArticle[];
}

/** The whole archive, under the address of its front page. */
export function wholeArchive({ settings, articles }: HoldingsToExport): Listing {
  return { page: HOME, title: settings.title, articles };
}

/** Every tag page, in order of kind and id. */
export function tagListings({ settings, articles, authorities }: HoldingsToExport): Listing[] {
  const lists = new Map<string, ExportedArticle[]>();
  for (const article of articles) {
    for (const kind of KINDS) {
      const value = article.data[KIND_WORDS[kind].field];
      for (const id of typeof value === 'string' ? [value] : value) {
        append(lists, `${kind}/${id}`, article);
      }
    }
  }
  return KINDS.flatMap((kind) =>
    authorities[kind].map(({ id, data }) => ({
      page: recordAddress(kind, id),
      title: `${data.name} · ${settings.title}`,
      articles: lists.get(`${kind}/${id}`) ?? [],
    })),
  );
}

/** Every page of a year, month or day. */
export function timelineListings({ settings, articles }: HoldingsToExport): Listing[] {
  const lists = new Map<string, ExportedArticle[]>();
  for (const article of articles) {
    const { years, months, days } = unitsOf(article.date);
    for (const unit of [...years, ...months, ...days]) append(lists, unit, article);
  }
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, list]) => ({
      page: timelineAddress(unit),
      title: `${unitInWords(unit)} · ${settings.title}`,
      articles: list,
    }));
}

function append(lists: Map<string, ExportedArticle[]>, key: string, article: ExportedArticle) {
  const list = lists.get(key);
  if (list) list.push(article);
  else lists.set(key, [article]);
}
