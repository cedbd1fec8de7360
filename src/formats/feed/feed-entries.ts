import type { Settings } from '../../model/schema/settings.ts';
import { KeptTexts } from '../files/kept-texts.ts';
import { ofArticle } from '../files/of-article.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import type { ExportedArticle } from '../reference/holdings.ts';
import { atomEntry } from './atom-entry.ts';
import { type Arrival, arrivalOf, lastInstant } from './feed.ts';
import { jsonItem } from './json-item.ts';

/** What the feeds of an archive share: an article stands in that of each of its tag pages. */
export interface FeedEntries {
  readonly settings: Settings;
  readonly arrival: Arrival;
  readonly atom: KeptTexts;
  readonly json: KeptTexts;
  /** The instant of the last change to any of some articles, by their numbers. */
  readonly lastInstant: (numbers: readonly number[]) => string;
}

/** Makes the entries of an archive's feeds, each when it is first asked for. */
export function feedEntries(
  { articles, settings }: { articles: readonly ExportedArticle[]; settings: Settings },
  citation: (number: number) => CitationRecord,
): FeedEntries {
  const article = (number: number): ExportedArticle => {
    const found = articles[number];
    if (found === undefined) throw new RangeError(`There is no article ${number}.`);
    return found;
  };
  const kept = (
    make: (article: ExportedArticle, record: CitationRecord, settings: Settings) => string,
  ) =>
    new KeptTexts(articles.length, (at) =>
      ofArticle(article(at).id, 'Its entry in feeds', () =>
        make(article(at), citation(at), settings),
      ),
    );
  return {
    settings,
    arrival: arrivalOf(articles),
    atom: kept(atomEntry),
    json: kept((...given) => JSON.stringify(jsonItem(...given))),
    lastInstant: (numbers) => lastInstant(articles, numbers),
  };
}
