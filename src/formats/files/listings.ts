import { HOME, recordAddress, timelineAddress } from '../../model/address.ts';
import { unitsOf } from '../../model/date/units.ts';
import { KIND_WORDS, KINDS } from '../../model/kinds.ts';
import type { HoldingsToExport } from '../reference/holdings.ts';

/** A page that lists articles, with what it lists. */
export interface Listed {
  /** Address of the page. */
  readonly page: string;
  /** Numbers of articles in the order of the archive, oldest first. */
  readonly numbers: readonly number[];
}

/** One whose title its feed has. */
export interface Listing extends Listed {
  readonly title: string;
}

/** All pages that list articles. */
export interface Listings {
  readonly archive: Listing;
  readonly tags: readonly Listing[];
  readonly timeline: readonly Listed[];
}

const known = new WeakMap<HoldingsToExport, Listings>();

/** The pages of an archive that list articles, worked out once. */
export function listingsOf(holdings: HoldingsToExport): Listings {
  let listings = known.get(holdings);
  if (listings === undefined) {
    listings = {
      archive: wholeArchive(holdings),
      tags: tagListings(holdings),
      timeline: timelineListings(holdings),
    };
    known.set(holdings, listings);
  }
  return listings;
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
    let number = 0;
    for (const { data } of articles) {
      const value = data[field];
      if (typeof value === 'string') append(lists, value, number);
      else for (const id of value) append(lists, id, number);
      number++;
    }
    return authorities[kind].map(({ id, data }) => ({
      page: recordAddress(kind, id),
      title: `${data.name} · ${settings.title}`,
      numbers: lists.get(id) ?? [],
    }));
  });
}

/** Every page of a year, month or day. */
function timelineListings({ articles }: HoldingsToExport): Listed[] {
  const lists = new Map<string, number[]>();
  let number = 0;
  for (const { date } of articles) {
    const { years, months, days } = unitsOf(date);
    for (const unit of years) append(lists, unit, number);
    for (const unit of months) append(lists, unit, number);
    for (const unit of days) append(lists, unit, number);
    number++;
  }
  return [...lists.keys()]
    .sort()
    .map((unit) => ({ page: timelineAddress(unit), numbers: lists.get(unit) ?? [] }));
}

function append(lists: Map<string, number[]>, key: string, number: number) {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}
