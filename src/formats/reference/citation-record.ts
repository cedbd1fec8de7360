import { fullAddress } from '../../model/address.ts';
import type { ArticleSummary, RecordLink } from '../../model/article-view.ts';
import type { EdtfDate } from '../../model/date/edtf.ts';
import { isQualified, knownPoints } from '../../model/date/edtf.ts';
import { rightsWords } from '../../model/rights.ts';
import type { ArticleData } from '../../model/schema/article.ts';
import type { Settings } from '../../model/schema/settings.ts';
import type { ExportedArticle } from './holdings.ts';
import { type Name, namesInByline, spokenName } from './names.ts';

/** An article as a reference: what every format of citation is written from. */
export interface CitationRecord {
  /** Key in BibLaTeX and CSL-JSON, alike in every export: `2019-slug`. */
  readonly key: string;
  readonly title: string;
  /** Only who the page states in a byline. */
  readonly authors: readonly Name[];
  readonly outlet: string;
  /** Agencies that it is credited to beside outlet and authors. */
  readonly agencies: readonly string[];
  readonly date: EdtfDate;
  /** Whether the archive inferred the date, or the date itself says that it is not certain. */
  readonly circa: boolean;
  readonly language: string;
  /** Permanent address of the article in this archive. */
  readonly url: string;
  readonly originalUrl: string | undefined;
  readonly archive: string;
  /** Where it stands in the archive. */
  readonly location: string;
  readonly keywords: readonly string[];
  /** What the archive says of it: what was supplied, its own note. */
  readonly remarks: readonly string[];
  readonly rights: string;
}

/** Makes the reference of an article. */
export function citationOf(
  article: Omit<ExportedArticle, 'entry' | 'address' | 'digest'> & { readonly address: string },
  { settings, organisations }: { settings: Settings; organisations: ReadonlySet<string> },
): CitationRecord {
  const { id, title, language, date, data, outlet, sources } = article;
  const supplied = Object.keys(data.supplied);
  const authors =
    data.byline === undefined ? [] : namesInByline(data.byline, organisations, language);
  const named = new Set([outlet, ...authors.map(spokenName)]);
  return {
    key: id.replace('/', '-'),
    title,
    authors,
    outlet,
    agencies: sources.filter((name) => !named.has(name)),
    date,
    circa: data.supplied.date !== undefined || knownPoints(date).some(isQualified),
    language,
    url: fullAddress(settings.baseUrl, article.address),
    originalUrl: data.url,
    archive: settings.title,
    location: id,
    keywords: [...article.people, ...article.places, ...article.topics],
    remarks: [
      ...(supplied.length > 0 ? [`Supplied by the archive: ${supplied.join(', ')}.`] : []),
      ...(data.note === undefined ? [] : [data.note]),
    ],
    rights: rightsStatement(data.rights, settings),
  };
}

/** The reference of an article as pages have it. */
export function citationOfPage(
  article: ArticleSummary & { readonly data: ArticleData },
  archive: { settings: Settings; organisations: ReadonlySet<string> },
): CitationRecord {
  const names = (records: readonly RecordLink[]) => records.map(({ name }) => name);
  // Field by field: an article unpacks its text where anybody asks for all of it.
  const { id, address, title, language, date, data } = article;
  return citationOf(
    {
      id,
      address,
      title,
      language,
      date,
      data,
      outlet: article.outlet.name,
      sources: names(article.sources),
      people: names(article.people),
      places: names(article.places),
      topics: names(article.topics),
    },
    archive,
  );
}

/** The rights of an article in one line; where it has none of its own, where to read the archive's. */
export function rightsStatement(rights: string | undefined, { baseUrl }: Settings): string {
  const about = fullAddress(baseUrl, '/about.html#rights');
  return rights === undefined ? `See ${about}` : `${rightsWords(rights)}: ${rights} (see ${about})`;
}
