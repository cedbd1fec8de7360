import { HOME, recordAddress, timelineAddress } from '../../model/address.ts';
import { KINDS } from '../../model/kinds.ts';
import type { HoldingsToExport } from '../reference/holdings.ts';
import { surveyOf } from './survey.ts';

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

/** The whole archive, under the address of its front page. */
export function wholeArchive({ settings, articles }: HoldingsToExport): Listing {
  return { page: HOME, title: settings.title, numbers: [...articles.keys()] };
}

/** Every tag page, in order of kind and id. */
export function tagListings({ settings, articles, authorities }: HoldingsToExport): Listing[] {
  const { tags } = surveyOf(articles);
  return KINDS.flatMap((kind) =>
    authorities[kind].map(({ id, data }) => ({
      page: recordAddress(kind, id),
      title: `${data.name} · ${settings.title}`,
      numbers: tags[kind].get(id) ?? [],
    })),
  );
}

/** Every page of a year, month or day. */
export function timelineListings({ articles }: HoldingsToExport): Listed[] {
  const { units } = surveyOf(articles);
  return [...units.keys()]
    .sort()
    .map((unit) => ({ page: timelineAddress(unit), numbers: units.get(unit) ?? [] }));
}
