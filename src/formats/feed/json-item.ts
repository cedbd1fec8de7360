import { fullAddress } from '../../model/address.ts';
import { htmlDateTime } from '../../model/date/html-datetime.ts';
import type { Settings } from '../../model/schema/settings.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { changeInstant, type ExportedArticle, instantOf } from '../reference/holdings.ts';
import { spokenName } from '../reference/names.ts';
import { publishedBody } from '../reference/published-body.ts';

/** An article as an item of a JSON feed. */
export function jsonItem(article: ExportedArticle, record: CitationRecord, settings: Settings) {
  const body = publishedBody(article);
  const day = htmlDateTime(article.date);
  const authors = record.authors.length > 0 ? record.authors.map(spokenName) : [record.outlet];
  return {
    id: record.url,
    url: record.url,
    ...(record.originalUrl !== undefined && { external_url: record.originalUrl }),
    title: article.title,
    ...(body === undefined ? { content_text: record.rights } : { content_html: body.html }),
    ...(day?.length === 10 && { date_published: instantOf(day) }),
    date_modified: changeInstant(article),
    authors: authors.map((name) => ({ name })),
    ...(record.keywords.length > 0 && { tags: record.keywords }),
    language: article.language,
    _archive: {
      about: fullAddress(settings.baseUrl, '/about.html'),
      date: article.date.text,
      outlet: record.outlet,
      rights: record.rights,
    },
  };
}
