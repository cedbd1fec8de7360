import { siteRoot } from '../cite/elements.ts';

/** An article that was opened on this device. */
export interface Opened {
  /** Address from the root of the site, without its first slash. */
  readonly address: string;
  readonly title: string;
  readonly language: string;
}

const MOST = 30;

// Two archives on one host keep two lists.
const key = () => `pressmark-recent ${siteRoot().pathname}`;

/** What was opened, the newest first. */
export function readRecent(): readonly Opened[] {
  try {
    return parseRecent(localStorage.getItem(key()));
  } catch {
    return [];
  }
}

/** Forgets all of it. */
export function clearRecent(): void {
  try {
    localStorage.removeItem(key());
  } catch {
    // Where nothing can be stored nothing is.
  }
}

/** Notes the article of this page, where it is one. */
export function noteArticle(): void {
  const heading = document.querySelector<HTMLElement>('article > header > h1');
  if (heading === null) return;
  const address = location.pathname.slice(siteRoot().pathname.length);
  const opened = { address, title: heading.textContent, language: heading.lang };
  try {
    localStorage.setItem(key(), JSON.stringify(withOpened(readRecent(), opened)));
  } catch {
    // The list is a convenience; reading goes on without it.
  }
}

/** The list with one more, which stands in it once, first. */
export function withOpened(list: readonly Opened[], opened: Opened): Opened[] {
  return [opened, ...list.filter(({ address }) => address !== opened.address)].slice(0, MOST);
}

/** Reads what was stored; entries that lead out of the archive, or are none, are left out. */
export function parseRecent(text: string | null): Opened[] {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '');
  } catch {
    return [];
  }
  return Array.isArray(stored) ? stored.filter(isOpened).slice(0, MOST) : [];
}

function isOpened(one: unknown): one is Opened {
  if (typeof one !== 'object' || one === null) return false;
  const { address, title, language } = one as Partial<Record<string, unknown>>;
  return (
    typeof address === 'string' &&
    /^articles\/[\w/.-]+\.html$/.test(address) &&
    !address.includes('..') &&
    typeof title === 'string' &&
    typeof language === 'string'
  );
}
