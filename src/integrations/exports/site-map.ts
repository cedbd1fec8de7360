import { writeFileSync } from 'node:fs';
import {
  type Listed,
  tagListings,
  timelineListings,
  wholeArchive,
} from '../../formats/files/listings.ts';
import { type SitemapPage, sitemaps } from '../../formats/files/sitemap.ts';
import { surveyOf } from '../../formats/files/survey.ts';
import type { HoldingsToExport } from '../../formats/reference/holdings.ts';
import { captureAddress, NOT_FOUND } from '../../model/address.ts';
import { listFiles } from '../../record/content-files.ts';
import { sha256 } from '../../record/hash.ts';
import { currentLedger } from '../../record/page-ledger.ts';

/**
 * Writes the sitemap of the pages that were made and of those that are kept from the published site.
 *
 * @param made absolute path of the site that is being made
 */
export function writeSitemap(made: string, holdings: HoldingsToExport): void {
  const changes = lastChanges(holdings);
  const hidden = hiddenAddresses(holdings);
  const anew = listFiles(made).files.filter((file) => file.endsWith('.html'));
  const kept = [...(currentLedger()?.kept ?? [])].filter((address) => address.endsWith('.html'));
  const pages: SitemapPage[] = [...new Set([...kept, ...anew.map((file) => `/${file}`)])]
    .filter((address) => !address.endsWith('.compare.html') && !hidden.has(address))
    .sort()
    .map((address) => ({
      address,
      lastChange: changes.get(address) ?? changes.get(withoutPart(address)),
    }));
  for (const { address, text } of sitemaps(pages, holdings.settings.baseUrl)) {
    if (!currentLedger()?.isKept(address, sha256(text))) writeFileSync(made + address, text);
  }
}

/** Pages that no search engine shall list: redirects, and what stands where something is withheld. Comparisons are none either. */
function hiddenAddresses({ articles, withdrawn }: HoldingsToExport): Set<string> {
  const hidden = new Set([NOT_FOUND]);
  for (const { id, data, entry } of [...articles, ...withdrawn]) {
    for (const alias of data.aliases) hidden.add(alias);
    if (entry.published?.kind === 'hash') hidden.add(captureAddress(id));
  }
  for (const { address } of withdrawn) hidden.add(address);
  return hidden;
}

/** The last change to a page's articles, as far as the record knows it. */
function lastChanges(holdings: HoldingsToExport): Map<string, string> {
  const { changed } = surveyOf(holdings.articles);
  const changes = new Map<string, string>();
  let number = 0;
  for (const { id, address } of holdings.articles) {
    const day = changed[number++] ?? '';
    changes.set(address, day);
    changes.set(captureAddress(id), day);
  }
  const lists: Listed[] = [
    wholeArchive(holdings),
    ...tagListings(holdings),
    ...timelineListings(holdings),
  ];
  for (const { page, numbers } of lists) {
    let last = '';
    for (const number of numbers) {
      const day = changed[number] ?? '';
      if (day > last) last = day;
    }
    if (last !== '') changes.set(page, last);
  }
  return changes;
}

/** A numbered part of a list changes with the list. */
function withoutPart(address: string): string {
  return address.replace(/(?:-page)?-\d+\.html$/, '.html');
}
