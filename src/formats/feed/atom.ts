import { fullAddress } from '../../model/address.ts';
import { htmlDateTime } from '../../model/date/html-datetime.ts';
import { changeInstant, type ExportedArticle, instantOf } from '../reference/holdings.ts';
import { spokenName } from '../reference/names.ts';
import { type PublishedBody, publishedBody } from '../reference/published-body.ts';
import { element, escapeXml, XML } from '../xml.ts';
import { documentAddress, type FeedDocument, lastInstant } from './feed.ts';

/** A document of a feed in Atom (RFC 4287) with its place in the archive of the feed (RFC 5005). */
export function atomFeed(feed: FeedDocument): string {
  const { settings, page, number, older, newer, articles } = feed;
  const link = (rel: string, href: string, type = 'application/atom+xml') =>
    `<link rel="${rel}" href="${escapeXml(href)}" type="${type}"/>\n`;
  const at = (part: number | undefined) => documentAddress(feed, 'xml', part);
  return [
    XML,
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${escapeXml(settings.language)}">\n`,
    element('id', at(undefined)),
    element('title', feed.title),
    element('updated', lastInstant(articles)),
    `<author>${element('name', settings.publisher)}</author>`,
    element('rights', settings.rights.trim()),
    number === undefined ? '' : '<fh:archive/>',
    '\n',
    link('self', at(number)),
    link('alternate', fullAddress(settings.baseUrl, page), 'text/html'),
    number === undefined ? '' : link('current', at(undefined)),
    older === undefined ? '' : link('prev-archive', at(older)),
    newer === undefined ? '' : link('next-archive', at(newer)),
    ...articles.toReversed().map((article) => atomEntry(article, feed)),
    '</feed>\n',
  ].join('');
}

function bodyElement(body: PublishedBody | undefined, words: string): string {
  if (body === undefined) return element('summary', words);
  const name = body.isExcerpt ? 'summary' : 'content';
  return `<${name} type="html">${escapeXml(body.html)}</${name}>`;
}

function atomEntry(
  article: ExportedArticle,
  { citation, settings }: Pick<FeedDocument, 'citation' | 'settings'>,
): string {
  const record = citation(article);
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
