import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Listing, tagListings, timelineListings } from '../../formats/files/listings.ts';
import { type SitemapPage, sitemaps } from '../../formats/files/sitemap.ts';
import { type HoldingsToExport, lastChange } from '../../formats/reference/holdings.ts';
import { captureAddress, HOME, NOT_FOUND } from '../../model/address.ts';
import { listFiles } from '../../record/content-files.ts';
import { sha256 } from '../../record/hash.ts';
import { currentLedger } from '../../record/page-ledger.ts';

/** Writes the sitemap of the pages that were made and of those that are kept from the published site. */
export function writeSitemap(out: string, holdings: HoldingsToExport): void {
  const changes = lastChanges(holdings);
  const hidden = hiddenAddresses(holdings);
  const made = listFiles(out).files.map((file) => `/${file}`);
  const pages: SitemapPage[] = [...new Set([...made, ...(currentLedger()?.kept() ?? [])])]
    .filter((address) => /(?<!\.compare)\.html$/.test(address) && !hidden.has(address))
    .sort()
    .map((address) => ({
      address,
      lastChange: changes.get(address) ?? changes.get(withoutPart(address)),
    }));
  for (const { address, text } of sitemaps(pages, holdings.settings.baseUrl)) {
    if (!currentLedger()?.isKept(address, sha256(text)))
      writeFileSync(path.join(out, address), text);
  }
}

/** Pages that no search engine shall list: redirects, and what stands where something is withheld. Comparisons are none either. */
function hiddenAddresses({ articles, withdrawn }: HoldingsToExport): Set<string> {
  const aliases = [...articles, ...withdrawn].flatMap(({ data }) => data.aliases);
  const withheld = articles.filter(({ data }) => data.access !== 'full');
  return new Set([
    NOT_FOUND,
    ...aliases,
    ...withdrawn.map(({ address }) => address),
    ...[...withdrawn, ...withheld].map(({ id }) => captureAddress(id)),
  ]);
}

/** The last change to a page's articles, as far as the record knows it. */
function lastChanges(holdings: HoldingsToExport): Map<string, string> {
  const changes = new Map<string, string>();
  for (const article of holdings.articles) {
    const day = lastChange(article);
    changes.set(article.address, day);
    changes.set(captureAddress(article.id), day);
  }
  const whole: Listing = { page: HOME, title: '', articles: holdings.articles };
  for (const { page, articles } of [
    whole,
    ...tagListings(holdings),
    ...timelineListings(holdings),
  ]) {
    let last = '';
    for (const { address } of articles) {
      const day = changes.get(address) ?? '';
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
