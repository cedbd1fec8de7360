import { currentLedger } from '../record/page-ledger.ts';
import { digestOf } from './fingerprint.ts';

/** A page that a route can make, and everything that it shows beside settings and code. */
export interface PossiblePage {
  readonly address: string;
  /** All that the page is made from, or digests of it. What is forgotten here goes stale. */
  readonly shows: string;
}

/** A digest is no longer than this, and stands for itself. */
const DIGEST = 43;

/**
 * The pages that have to be made: those that would not come out as they stand on the published site.
 * The others are kept by the publish step. In development it is all of them.
 *
 * @param pages asked for one by one: of a large archive nearly all of them are kept, and need not be held
 */
export function changedPages<Page extends PossiblePage>(pages: Iterable<Page>): Page[] {
  const ledger = currentLedger();
  const changed: Page[] = [];
  for (const page of pages) {
    const { address, shows } = page;
    const key = shows.length > DIGEST ? digestOf(shows) : shows;
    if (ledger === undefined || !ledger.isKept(address, key)) changed.push(page);
  }
  return changed;
}
