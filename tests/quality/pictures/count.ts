import type { ArchiveFiles, ArticleFile } from '../../site/archive-files.ts';
import type { Counts } from './read-page.ts';

/** The years, months and days that a date names, read without any code of `src`. */
export interface Named {
  readonly years: readonly string[];
  readonly months: readonly string[];
  readonly days: readonly string[];
}

/**
 * A year, month or day with any mark of uncertainty, or two of them with a slash between.
 *
 * @throws Error on other dates, which this count does not know
 */
export function namedBy(date: string): Named {
  const ends = date.split('/').map((end) => end.replace(/[~?%]$/, ''));
  if (ends.length > 2 || !ends.every((end) => /^\d{4}(?:-\d\d){0,2}$/.test(end))) {
    throw new Error(`“${date}” is a date that this count does not know.`);
  }
  const [first = '', last = first] = ends;
  const until = (length: number) =>
    first.length < length || last.length < length
      ? []
      : steps(first.slice(0, length), last.slice(0, length));
  return { years: until(4), months: until(7), days: until(10) };
}

function steps(first: string, last: string): string[] {
  const parts = [first];
  const day = new Date(
    `${first}${'-01-01'.slice(first.length === 4 ? 0 : first.length === 7 ? 3 : 6)}T00:00:00Z`,
  );
  while ((parts.at(-1) ?? last) < last) {
    if (first.length === 4) day.setUTCFullYear(day.getUTCFullYear() + 1);
    else if (first.length === 7) day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCDate(day.getUTCDate() + 1);
    parts.push(day.toISOString().slice(0, first.length));
  }
  return parts;
}

/** Adds up what each article counts for. */
export function tally<Item>(
  items: readonly Item[],
  keys: (item: Item) => Iterable<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const key of keys(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Articles by the timeline's pages of one size. */
export function byUnit({ articles }: ArchiveFiles, unit: keyof Named): Counts {
  return tally(articles, ({ date }) => namedBy(date)[unit].map((name) => `/timeline/${name}.html`));
}

/** People and places that stand in the table of pairs: the twelve of each that most articles name. */
export function frequentNames({ articles }: ArchiveFiles): string[] {
  return (['people', 'places'] as const).flatMap((kind) =>
    [...tally(articles, (article) => article[kind])]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, 12)
      .map(([id]) => `${kind}-${id}`),
  );
}

/** Articles that name two of some names, by the cell of the table in which the pair stands. */
export function pairs({ articles }: ArchiveFiles, names: readonly string[]): Counts {
  const at = new Map(names.map((name, index) => [name, index]));
  return tally(articles, (article) => {
    const here = namesOf(article).filter((name) => at.has(name));
    return here.flatMap((one) =>
      here
        .filter((other) => (at.get(other) ?? 0) < (at.get(one) ?? 0))
        .map((other) => `/company/${one}.html#${other}`),
    );
  });
}

function namesOf({ people, places }: ArticleFile): string[] {
  return [...people.map((id) => `people-${id}`), ...places.map((id) => `places-${id}`)];
}

/** A column of the table of outlets: its anchor, and the units that it holds. */
export interface Column {
  readonly from: string;
  readonly to: string;
}

/** Articles by outlet and column; one whose date lies in two columns counts in both. */
export function byOutlet({ articles }: ArchiveFiles, columns: readonly Column[]): Counts {
  const size = columns[0]?.from.length === 7 ? 'months' : 'years';
  return tally(articles, ({ date, outlet }) => {
    const named = namedBy(date)[size];
    return columns
      .filter(({ from, to }) => named.some((unit) => unit >= from && unit <= to))
      .map(({ from }) => `/coverage/${outlet}.html#t${from}`);
  });
}
