import { fullAddress } from '../../model/address.ts';
import type { Pieces } from '../files/site-file.ts';
import { element, escapeXml, XML } from '../xml.ts';
import { documentAddress, type FeedDocument } from './feed.ts';
import { feedPieces } from './feed-pieces.ts';

/** A document of a feed in Atom (RFC 4287) with its place in the archive of the feed (RFC 5005). */
export function atomFeed(feed: FeedDocument): Pieces {
  const { settings, page, number, older, newer, numbers } = feed;
  const link = (rel: string, href: string, type = 'application/atom+xml') =>
    `<link rel="${rel}" href="${escapeXml(href)}" type="${type}"/>\n`;
  const at = (part: number | undefined) => documentAddress(feed, 'xml', part);
  const head = [
    XML,
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${escapeXml(settings.language)}">\n`,
    element('id', at(undefined)),
    element('title', feed.title),
    element('updated', feed.entries.lastInstant(numbers)),
    `<author>${element('name', settings.publisher)}</author>`,
    element('rights', settings.rights.trim()),
    number === undefined ? '' : '<fh:archive/>',
    '\n',
    link('self', at(number)),
    link('alternate', fullAddress(settings.baseUrl, page), 'text/html'),
    number === undefined ? '' : link('current', at(undefined)),
    older === undefined ? '' : link('prev-archive', at(older)),
    newer === undefined ? '' : link('next-archive', at(newer)),
  ].join('');
  return feedPieces(feed, 'atom', { head, joint: '', foot: '</feed>\n' });
}
