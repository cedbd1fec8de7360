/** Something that a reader keeps. Everything about it is text, and nothing of it leaves the browser. */
export type Kept = KeptArticle | KeptSearch;

/** An article on the reader's list. */
export interface KeptArticle {
  readonly kind: 'article';
  /** Permanent id, `2019/slug`. */
  readonly id: string;
  readonly title: string;
  /** Authors, outlet and date as one line. */
  readonly credit: string;
  readonly note: string;
}

/** A search on the reader's list. */
export interface KeptSearch {
  readonly kind: 'search';
  /** Query string of the search page, without the question mark. */
  readonly id: string;
  readonly title: string;
  readonly credit: string;
  readonly note: string;
}

const ARTICLE_ID = /^\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Address of what is kept, from the root of the site. */
export function keptAddress({ kind, id }: Kept): string {
  return kind === 'article' ? `articles/${id}.html` : `search.html?${id}`;
}

/** Adds something at the end, or leaves the list as it is where it stands there already. */
export function withKept(list: readonly Kept[], kept: Kept): readonly Kept[] {
  return list.some((other) => isSame(other, kept)) ? list : [...list, kept];
}

/** Takes something out. */
export function withoutKept(list: readonly Kept[], kept: Kept): readonly Kept[] {
  return list.filter((other) => !isSame(other, kept));
}

/** Moves something up (-1) or down (1); at an end it stays. */
export function moved(list: readonly Kept[], at: number, by: -1 | 1): readonly Kept[] {
  const [from, to] = [list[at], list[at + by]];
  if (from === undefined || to === undefined) return list;
  const next = [...list];
  next[at] = to;
  next[at + by] = from;
  return next;
}

/** Gives something another note. */
export function withNote(list: readonly Kept[], at: number, note: string): readonly Kept[] {
  return list.map((kept, index) => (index === at ? { ...kept, note } : kept));
}

/** Whether two are the same article or search. */
export function isSame(a: Kept, b: Kept): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** A list as text, for the browser's store and for the reader's own copy. */
export function formatList(list: readonly Kept[]): string {
  return JSON.stringify({ format: 'pressmark-list-1', list });
}

/**
 * Reads a list that was stored or that a reader imports. The file may come from anybody: what is not
 * an article or a search of this site, spelled as ours are, is left out.
 *
 * @returns undefined where the text is no list at all
 */
export function parseList(text: string): { list: Kept[]; skipped: number } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const entries = (value as { list?: unknown } | null)?.list;
  if (!Array.isArray(entries)) return undefined;
  const list = entries.reduce<readonly Kept[]>((read, entry) => {
    const kept = readKept(entry);
    return kept === undefined ? read : withKept(read, kept);
  }, []);
  return { list: [...list], skipped: entries.length - list.length };
}

function readKept(entry: unknown): Kept | undefined {
  const { kind, id, title, credit = '', note = '' } = (entry ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof title !== 'string') return undefined;
  if (typeof credit !== 'string' || typeof note !== 'string') return undefined;
  if (kind === 'article')
    return ARTICLE_ID.test(id) ? { kind, id, title, credit, note } : undefined;
  return kind === 'search' ? { kind, id: id.replace(/^\?/, ''), title, credit, note } : undefined;
}
