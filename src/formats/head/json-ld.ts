import { captureAddress, fullAddress, HOME } from '../../model/address.ts';
import { htmlDateTime } from '../../model/date/html-datetime.ts';
import type { ArticleData } from '../../model/schema/article.ts';
import type { Settings } from '../../model/schema/settings.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { isOffice, spokenName } from '../reference/names.ts';

/** Names of those that an article mentions and is credited to. */
export interface Named {
  readonly sources: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
}

/**
 * An article as schema.org's NewsArticle, held by an archive. A date is given only where it is
 * certain: the vocabulary has no word for about.
 *
 * @returns JSON that may stand inside a script element
 */
export function newsArticle(
  record: CitationRecord,
  data: ArticleData,
  { sources, people, places }: Named,
  settings: Settings,
): string {
  const organization = (name: string) => ({ '@type': 'Organization', name });
  const day = htmlDateTime(record.date);
  const certain = day !== undefined && !record.circa;
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': ['NewsArticle', 'ArchiveComponent'],
    '@id': record.url,
    url: record.url,
    headline: record.title,
    inLanguage: record.language,
    ...(certain && { datePublished: day }),
    publisher: { '@type': 'NewsMediaOrganization', name: record.outlet },
    sourceOrganization: sources.map(organization),
    ...(record.authors.length > 0 && {
      author: record.authors.map((name) => {
        if (!('literal' in name)) return { '@type': 'Person', name: spokenName(name) };
        // A name that was not parted may be a person's: 王小明, Voltaire.
        return isOffice(name.literal) || sources.includes(name.literal)
          ? organization(name.literal)
          : { name: name.literal };
      }),
    }),
    mentions: [
      ...people.map((name) => ({ '@type': 'Person', name })),
      ...places.map((name) => ({ '@type': 'Place', name })),
    ],
    ...(record.originalUrl !== undefined && { isBasedOn: record.originalUrl }),
    ...(data.access === 'full'
      ? { archivedAt: fullAddress(settings.baseUrl, captureAddress(record.location)) }
      : { isAccessibleForFree: false }),
    ...(data.rights !== undefined && { license: data.rights }),
    itemLocation: record.location,
    holdingArchive: {
      '@type': 'ArchiveOrganization',
      name: record.archive,
      url: fullAddress(settings.baseUrl, HOME),
    },
  });
}

/** JSON that no text in it can end the script element early (HTML, "restrictions for contents of script elements"). */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
