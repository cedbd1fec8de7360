import { fullAddress } from '../../model/address.ts';
import type { Pieces } from '../files/site-file.ts';
import { documentAddress, type FeedDocument } from './feed.ts';
import { feedPieces } from './feed-pieces.ts';

/** A document of a feed as JSON Feed 1.1; `next_url` leads on to the older ones. */
export function jsonFeed(feed: FeedDocument): Pieces {
  const { settings, page, title, number, older } = feed;
  const at = (part: number | undefined) => documentAddress(feed, 'json', part);
  const about = JSON.stringify({
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
  });
  return feedPieces(feed, 'json', {
    head: `${about.slice(0, -1)},"items":[`,
    joint: ',',
    foot: ']}\n',
  });
}
