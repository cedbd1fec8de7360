import { fullAddress } from '../../model/address.ts';
import { SITEMAP, sitemapAddress } from '../../model/export-address.ts';
import { element, XML } from '../xml.ts';

/** Addresses that one sitemap may hold (sitemaps.org, protocol 0.9). */
const MOST = 50_000;
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A page for the sitemap, with the day of its last change where the record knows it. */
export interface SitemapPage {
  readonly address: string;
  readonly lastChange: string | undefined;
}

/** The sitemap's index and its parts, by address. */
export function sitemaps(
  pages: readonly SitemapPage[],
  baseUrl: string,
): { address: string; text: string }[] {
  const parts: SitemapPage[][] = [];
  for (let at = 0; at < pages.length; at += MOST) parts.push(pages.slice(at, at + MOST));
  const newest = (part: readonly SitemapPage[]) =>
    part.reduce<string | undefined>(
      (last, { lastChange: day }) =>
        day !== undefined && (last === undefined || day > last) ? day : last,
      undefined,
    );
  const entry = (name: string, address: string, day: string | undefined) =>
    `<${name}>${element('loc', fullAddress(baseUrl, address))}${element('lastmod', day)}</${name}>\n`;
  const index = parts.map((part, at) => entry('sitemap', sitemapAddress(at + 1), newest(part)));
  return [
    {
      address: SITEMAP,
      text: `${XML}<sitemapindex ${NAMESPACE}>\n${index.join('')}</sitemapindex>\n`,
    },
    ...parts.map((part, at) => ({
      address: sitemapAddress(at + 1),
      text: `${XML}<urlset ${NAMESPACE}>\n${part.map(({ address, lastChange }) => entry('url', address, lastChange)).join('')}</urlset>\n`,
    })),
  ];
}

/** Where crawlers find the sitemap (RFC 9309). */
export function robots(baseUrl: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${fullAddress(baseUrl, SITEMAP)}\n`;
}
