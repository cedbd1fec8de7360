/** A key and what it does; where the page has no such thing, nothing. */
export interface Shortcut {
  readonly key: string;
  readonly does: string;
}

/** In the order of the help sheet. */
export const SHORTCUTS: readonly Shortcut[] = [
  { key: '?', does: 'this sheet' },
  { key: '/', does: 'search' },
  { key: 'n', does: 'next: the later article, the year, month or day that follows' },
  { key: 'p', does: 'previous: the earlier article, year, month or day' },
  { key: 'j', does: 'down the list, an article at a time; Enter opens it' },
  { key: 'k', does: 'up the list' },
  { key: 'u', does: 'up to what the page is part of' },
  { key: 'c', does: 'cite or keep' },
  { key: 'h', does: 'front page' },
  { key: 't', does: 'timeline' },
];
