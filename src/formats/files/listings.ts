import { HOME, recordAddress, timelineAddress } from '../../model/address.ts';
import { unitsOf } from '../../model/date/units.ts';
import { unitInWords } from '../../model/date/words.ts';
import { KIND_WORDS, KINDS } from '../../model/kinds.ts';
import type { HoldingsToExport } from '../reference/holdings.ts';

/** A page that lists articles, with what it lists. */
export interface Listing {
  /** Address of the page. */
  readonly page: string;
  readonly title: string;
  /** Numbers of articles in the order of the archive, oldest first. */
  readonly numbers: readonly number[];
}

/** The whole archive, under the address of its front page. */
export function wholeArchive({ settings, articles }: HoldingsToExport): Listing {
  return { page: HOME, title: settings.title, numbers: [...articles.keys()] };
}

/** Every tag page, in order of kind and id. */
export function tagListings({ settings, articles, authorities }: HoldingsToExport): Listing[] {
  return KINDS.flatMap((kind) => {
    const { field } = KIND_WORDS[kind];
    const lists = new Map<string, number[]>();
    for (const [number, { data }] of articles.entries()) {
      const value = data[field];
      if (typeof value === 'string') append(lists, value, number);
      else for (const id of value) append(lists, id, number);
    }
    return authorities[kind].map(({ id, data }) => ({
      page: recordAddress(kind, id),
      title: `${data.name} · ${settings.title}`,
      numbers: lists.get(id) ?? [],
    }));
  });
}

/** Every page of a year, month or day. */
export function timelineListings({ settings, articles }: HoldingsToExport): Listing[] {
  const lists = new Map<string, number[]>();
  for (const [number, { date }] of articles.entries()) {
    const { years, months, days } = unitsOf(date);
    for (const units of [years, months, days]) {
      for (const unit of units) append(lists, unit, number);
    }
  }
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, numbers]) => ({
      page: timelineAddress(unit),
      title: `${unitInWords(unit)} · ${settings.title}`,
      numbers,
    }));
}

function append(lists: Map<string, number[]>, key: string, number: number) {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}
