import { fullAddress } from '../../model/address.ts';
import { CORRECTIONS_FEED, feedAddress } from '../../model/export-address.ts';
import type { Settings } from '../../model/schema/settings.ts';
import type { Listing } from '../files/listings.ts';
import { element, escapeXml, XML } from '../xml.ts';

/** All feeds of the archive as one list that feed readers import (OPML 2.0). */
export function opml(listings: readonly Listing[], settings: Settings): string {
  const outline = (title: string, page: string, feed: string) =>
    `<outline type="rss" text="${escapeXml(title)}" title="${escapeXml(title)}" xmlUrl="${escapeXml(fullAddress(settings.baseUrl, feed))}" htmlUrl="${escapeXml(fullAddress(settings.baseUrl, page))}"/>\n`;
  return [
    XML,
    '<opml version="2.0">\n<head>',
    element('title', `Feeds of ${settings.title}`),
    element('ownerName', settings.publisher),
    element('ownerEmail', settings.contact),
    '</head>\n<body>\n',
    ...listings.map(({ title, page }) => outline(title, page, feedAddress(page, 'xml'))),
    outline(`Corrections · ${settings.title}`, '/about.html', CORRECTIONS_FEED),
    '</body>\n</opml>\n',
  ].join('');
}
