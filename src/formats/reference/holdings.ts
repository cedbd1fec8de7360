import { articleAddress } from '../../model/address.ts';
import { bounds } from '../../model/date/bounds.ts';
import type { EdtfDate } from '../../model/date/edtf.ts';
import { sortByDate } from '../../model/date/order.ts';
import { parseEdtf } from '../../model/date/parse.ts';
import type { Kind } from '../../model/kinds.ts';
import { organisationsOf } from '../../model/names/organisations.ts';
import type { ArticleData } from '../../model/schema/article.ts';
import type { AuthorityData } from '../../model/schema/authority.ts';
import type { Settings } from '../../model/schema/settings.ts';

/** What exports need of an article as it stands in the record. */
export interface ArticleToExport {
  readonly id: string;
  /** Digest of all that is here. */
  readonly digest: string;
  readonly data: ArticleData;
  /** What of its capture is published. */
  readonly published?: { readonly kind: 'whole' | 'redacted' | 'hash' };
  /** Unpacked at each call. */
  readonly body: {
    readonly html: string;
    readonly blocks: readonly { readonly kind: string; readonly text: string }[];
  };
}

/** What exports need of the record; `record/` reads one that fits. */
export interface RecordToExport {
  readonly settings: Settings;
  readonly articles: readonly ArticleToExport[];
  readonly withdrawn?: readonly ArticleToExport[];
  readonly authorities: Readonly<
    Record<Kind, readonly { readonly id: string; readonly data: AuthorityData }[]>
  >;
}

/** An article with its date read and the names of the records that it refers to. */
export interface ExportedArticle {
  readonly id: string;
  /** Digest of what the record says of it. */
  readonly digest: string;
  readonly address: string;
  readonly title: string;
  readonly language: string;
  readonly date: EdtfDate;
  readonly data: ArticleData;
  readonly outlet: string;
  readonly sources: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly topics: readonly string[];
  /** Where its text is. */
  readonly entry: Pick<ArticleToExport, 'body' | 'published'>;
}

/** The archive as exports need it: articles oldest first, names looked up. */
export interface HoldingsToExport {
  readonly settings: Settings;
  readonly articles: readonly ExportedArticle[];
  /** What is left of withdrawn articles, oldest first; no list but that of withdrawals holds them. */
  readonly withdrawn: readonly ExportedArticle[];
  readonly authorities: RecordToExport['authorities'];
  /** Every spelling of every outlet and source, in small letters. */
  readonly organisations: ReadonlySet<string>;
}

/** Joins a record for export. */
export function holdingsOf({
  settings,
  articles,
  withdrawn = [],
  authorities,
}: RecordToExport): HoldingsToExport {
  const namesIn = (kind: Kind) =>
    new Map(authorities[kind].map(({ id, data }) => [id, data.name] as const));
  const [outlets, sources] = [namesIn('outlets'), namesIn('sources')];
  const [people, places, topics] = [namesIn('people'), namesIn('places'), namesIn('topics')];
  const namesOf = (names: ReadonlyMap<string, string>, ids: readonly string[]) =>
    ids.map((id) => names.get(id) ?? id);
  const readDate = dateReader();
  const join = (entry: ArticleToExport): ExportedArticle => {
    const { id, digest, data } = entry;
    return {
      id,
      digest,
      address: articleAddress(id),
      title: data.title,
      language: data.language ?? settings.language,
      date: readDate(data.date),
      data,
      outlet: outlets.get(data.outlet) ?? data.outlet,
      sources: namesOf(sources, data.source),
      people: namesOf(people, data.people),
      places: namesOf(places, data.places),
      topics: namesOf(topics, data.topics),
      entry,
    };
  };
  const inOrder = (list: readonly ArticleToExport[]) =>
    sortByDate(list.map(join), ({ date }) => date);
  return {
    settings,
    articles: inOrder(articles),
    withdrawn: inOrder(withdrawn),
    authorities,
    organisations: organisationsOf(authorities),
  };
}

/** Reads dates, each once: articles of one day are many. */
function dateReader(): (text: string) => EdtfDate {
  const dates = new Map<string, EdtfDate>();
  return (text) => {
    let date = dates.get(text);
    if (date === undefined) {
      const parsed = parseEdtf(text);
      if (!parsed.ok) throw new RangeError(parsed.what);
      date = parsed.date;
      dates.set(text, date);
    }
    return date;
  };
}

/**
 * The last day on which the record of an article says that something happened to it: a correction,
 * the capture, or the publication, taken at the latest day that its date allows (the earliest where
 * there is no latest). No clock has a part in it, so that a build of the same record is the same.
 *
 * @returns a day, `2019-03-05`
 */
export function lastChange({ date, data }: Pick<ExportedArticle, 'date' | 'data'>): string {
  let last = publishedDay(date);
  const captured = data.capture.capturedAt?.slice(0, 10) ?? '';
  if (captured > last) last = captured;
  for (const { date: corrected } of data.corrections) if (corrected > last) last = corrected;
  return last;
}

/** The latest day that a date allows; the earliest where there is no latest. */
export function publishedDay(date: EdtfDate): string {
  const { earliest, latest } = bounds(date);
  return latest === '9999-12-31' ? earliest : latest;
}

/** A day as the instant that feeds and repositories ask for (RFC 3339). */
export function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}

/**
 * The instant of an article's last change. The day is the record's; the time of day is not known and
 * is made from the id, because feed readers and validators take two entries of one instant for one.
 */
export function changeInstant(article: Pick<ExportedArticle, 'id' | 'date' | 'data'>): string {
  return instantOnDay(lastChange(article), article.id);
}

/** An instant on a day, with a time of day made from an id: see {@link changeInstant}. */
export function instantOnDay(day: string, id: string): string {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (hash * 31 + id.charCodeAt(at)) % 86_400;
  const two = (number: number) => String(number).padStart(2, '0');
  const time = [Math.floor(hash / 3600), Math.floor(hash / 60) % 60, hash % 60].map(two).join(':');
  return `${day}T${time}Z`;
}
