import { htmlDateTime } from '../../model/date/html-datetime.ts';
import type { Settings } from '../../model/schema/settings.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { changeInstant, type ExportedArticle, instantOf } from '../reference/holdings.ts';
import { spokenName } from '../reference/names.ts';
import { type PublishedBody, publishedBody } from '../reference/published-body.ts';
import { element, escapeXml } from '../xml.ts';

/** An article as an entry of a feed in Atom (RFC 4287). */
export function atomEntry(
  article: ExportedArticle,
  record: CitationRecord,
  settings: Settings,
): string {
  const body = publishedBody(article);
  const authors = record.authors.length > 0 ? record.authors.map(spokenName) : [record.outlet];
  const day = htmlDateTime(article.date);
  const lang = article.language === settings.language ? '' : ` xml:lang="${article.language}"`;
  return [
    `<entry${lang}>`,
    element('id', record.url),
    element('title', article.title),
    element('updated', changeInstant(article)),
    day?.length === 10 ? element('published', instantOf(day)) : '',
    `<link rel="alternate" href="${escapeXml(record.url)}" type="text/html"/>`,
    ...authors.map((name) => `<author>${element('name', name)}</author>`),
    ...record.keywords.map((term) => `<category term="${escapeXml(term)}"/>`),
    element('rights', record.rights),
    bodyElement(body, `${record.outlet}. ${record.rights}`),
    '</entry>\n',
  ].join('');
}

function bodyElement(body: PublishedBody | undefined, words: string): string {
  if (body === undefined) return element('summary', words);
  const name = body.isExcerpt ? 'summary' : 'content';
  return `<${name} type="html">${escapeXml(body.html)}</${name}>`;
}
