import { companyAddress, searchAddress } from '../model/address.ts';
import type { RecordLink } from '../model/article-view.ts';
import { countTogether } from '../model/charts/together.ts';
import type { Archive } from './archive.ts';
import type { Article, Authority } from './articles.ts';
import type { PossiblePage } from './changed-pages.ts';
import { digestOf } from './fingerprint.ts';
import { oncePer } from './once.ts';
import { inTheSearch, type Section, sectionOf } from './sections.ts';

/** Names of each kind in the table: what stays readable, however many names the archive has. */
const MOST = 12;

/** A name of the table. */
export interface NamedRecord extends RecordLink {
  readonly count: number;
}

/** Who and what appears together. */
export interface CompanyMatrix {
  /** People first, then places, each the most often named first. */
  readonly names: readonly NamedRecord[];
  /** Articles that name both; on the diagonal those that name the one. */
  readonly counts: readonly (readonly number[])[];
  /** Names of the archive that the table has no room for. */
  readonly more: number;
}

/** Counts the most often named people and places against one another. */
export const companyMatrix = oncePer((archive: Archive): CompanyMatrix => {
  const { articles, articlesOf, authorities } = archive;
  const named = (records: readonly Authority[]) =>
    records
      .map(({ kind, id, address, data }) => {
        const count = articlesOf({ kind, id }).length;
        return { kind, id, address, name: data.name, count };
      })
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const [people, places] = [named(authorities.people), named(authorities.places)];
  const names = [...people.slice(0, MOST), ...places.slice(0, MOST)];
  const counts = countTogether(keysOf(articles), names.map(keyOf));
  return { names, counts, more: people.length + places.length - names.length };
});

function* keysOf(articles: readonly Article[]): Generator<string[]> {
  for (const { people, places } of articles) yield [...people, ...places].map(keyOf);
}

function keyOf({ kind, id }: Pick<RecordLink, 'kind' | 'id'>): string {
  return `${kind}/${id}`;
}

/** A page of a name of the table. */
export interface CompanyPage extends PossiblePage {
  readonly of: NamedRecord;
}

/** The page of each name, which shows the articles that it shares with the others. */
export function companyPages(archive: Archive): CompanyPage[] {
  const { names, counts } = companyMatrix(archive);
  const others = digestOf(names.map(({ address, name }) => `${address} ${name}`).join('\n'));
  return names.map((of, at) => ({
    of,
    address: companyAddress(of),
    shows: `${others} ${counts[at]} ${archive.listKey(of)}`,
  }));
}

/** The articles that a name of the table shares with each other one, most shared first. */
export function companySections(archive: Archive, of: NamedRecord): Section[] {
  const shared = new Map(
    companyMatrix(archive)
      .names.filter((other) => other !== of)
      .map((other) => [keyOf(other), { other, articles: [] as Article[] }]),
  );
  for (const article of archive.articlesOf(of)) {
    for (const records of [article.people, article.places]) {
      for (const record of records) {
        const list = shared.get(keyOf(record))?.articles;
        if (list && list.at(-1) !== article) list.push(article);
      }
    }
  }
  return [...shared.values()]
    .filter(({ articles }) => articles.length > 0)
    .map(({ other, articles }) =>
      sectionOf(
        { id: anchorOf(other), heading: other.name, ways: inTheSearch(pairSearch(of, other)) },
        articles,
      ),
    )
    .sort((a, b) => b.count - a.count);
}

/** Anchor of a name on the page of another. */
export function anchorOf({ kind, id }: Pick<RecordLink, 'kind' | 'id'>): string {
  return `${kind}-${id}`;
}

/** Where the articles of two names stand. */
export function pairAddress(of: RecordLink, other: RecordLink): string {
  return `${companyAddress(of)}#${anchorOf(other)}`;
}

const FIELDS = {
  people: 'person',
  places: 'place',
  outlets: 'outlet',
  sources: 'source',
  topics: 'topic',
} as const;

/**
 * A search for the articles that two records share. Inside one facet the search takes any of the
 * chosen, so that two of a kind stand once as a facet and once in the query.
 */
export function pairSearch(of: RecordLink, other: RecordLink): string {
  const [one, two] = [FIELDS[of.kind], FIELDS[other.kind]];
  return one === two
    ? searchAddress({ q: `${one}:"${other.name}"`, [one]: of.id })
    : searchAddress({ [one]: of.id, [two]: other.id });
}
