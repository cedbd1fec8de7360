import { fullAddress } from '../../model/address.ts';
import { htmlDateTime } from '../../model/date/html-datetime.ts';
import { changeInstant, type ExportedArticle, instantOf } from '../reference/holdings.ts';
import { spokenName } from '../reference/names.ts';
import { publishedBody } from '../reference/published-body.ts';
import { documentAddress, type FeedDocument } from './feed.ts';

/** A document of a feed as JSON Feed 1.1; `next_url` leads on to the older ones. */
export function jsonFeed(feed: FeedDocument): string {
  const { settings, page, title, number, older, articles } = feed;
  const at = (part: number | undefined) => documentAddress(feed, 'json', part);
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: fullAddress(settings.baseUrl, page),
    feed_url: at(number),
    ...(older !== undefined && { next_url: at(older) }),
    description: settings.description,
    language: settings.language,
    authors: [{ name: settings.publisher }],
    _archive: {
      about: fullAddress(settings.baseUrl, '/about.html'),
      rights: settings.rights.trim(),
    },
    items: articles.toReversed().map((article) => item(article, feed)),
  })}\n`;
}

function item(article: ExportedArticle, { citation, settings }: FeedDocument) {
  const record = citation(article);
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
