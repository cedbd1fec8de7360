import { siteRoot } from '../cite/elements.ts';
import { formatList, type Kept, parseList } from './list.ts';

// Two archives on one host keep two lists.
const key = () => `pressmark-list ${siteRoot().pathname}`;

/** The reader's list; empty where the browser lets nothing be stored. */
export function readList(): readonly Kept[] {
  try {
    return parseList(localStorage.getItem(key()) ?? '')?.list ?? [];
  } catch {
    return [];
  }
}

/** Stores the list. @returns whether the browser let it */
export function writeList(list: readonly Kept[]): boolean {
  try {
    localStorage.setItem(key(), formatList(list));
    return true;
  } catch {
    return false;
  }
}

/** Calls back when the list may have changed elsewhere: in another tab, or while this page was put aside. */
export function onListChange(act: () => void): void {
  addEventListener('storage', act);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) act();
  });
}
