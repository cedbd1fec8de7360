import { currentLedger } from '../record/page-ledger.ts';
import { fingerprint } from './fingerprint.ts';

/** A page that a route can make, and everything that it shows beside settings and code. */
export interface PossiblePage {
  readonly address: string;
  /** All that the page is made from, or digests of it. What is forgotten here goes stale. */
  readonly shows: readonly unknown[];
}

/**
 * The pages that have to be made: those that would not come out as they stand on the published site.
 * The others are kept by the publish step. In development it is all of them.
 */
export function changedPages<Page extends PossiblePage>(pages: readonly Page[]): Page[] {
  const ledger = currentLedger();
  const changed =
    ledger === undefined
      ? pages
      : pages.filter(({ address, shows }) => !ledger.isKept(address, fingerprint(...shows)));
  // Astro holds on to what it is given until the build ends, and these lists can be long.
  return changed.map((page) => ({ ...page, shows: [] }));
}
