import { unpackGiven } from './given.ts';
import { type Kept, readKept, writeKept } from './kept-file.ts';
import { Numbered } from './numbered.ts';
import type { Asked, KeptState } from './order.ts';
import { packRows, type Rows, RowsWriter, type Tables, unpackRows } from './rows.ts';
import { WordTable } from './word-table.ts';

/** What builds know of the articles of an archive, and what its numbers stand for. */
export interface Known {
  readonly rows: Rows;
  readonly tables: Tables;
  /** Groups of sound by forms, as many as there were. */
  readonly groups: Uint8Array;
}

/** Articles that are asked for at once. */
export const AT_ONCE = 250;

/** What the last build knew; nothing where there was none of this code. */
export function readKnown(state: KeptState | undefined): Known {
  const packed = state && readKept(state.file, state.key);
  const texts = (name: string) => packed?.get(name) as string[] | undefined;
  return {
    rows: packed === undefined ? new RowsWriter().finish() : unpackRows(packed),
    tables: {
      words: new WordTable(packed),
      languages: new Numbered(texts('languages')),
      refs: new Numbered(texts('refs')),
    },
    groups: (packed?.get('groups') as Uint8Array | undefined) ?? new Uint8Array(),
  };
}

/** Writes what the next build needs. */
export function writeKnown({ rows, tables, groups }: Known, state: KeptState): void {
  const packed: Kept = new Map<string, Uint32Array | Uint8Array | readonly string[]>([
    ...packRows(rows),
    ...tables.words.pack(),
    ['languages', tables.languages.texts],
    ['refs', tables.refs.texts],
    ['groups', groups],
  ]);
  writeKept(state.file, state.key, packed);
}

/**
 * Rows of the articles of a record, in its order; those that are not known are asked for and read.
 *
 * @param lines of the articles, as the order has them
 * @returns the very rows that were known where nothing has changed
 */
export async function readRows(
  lines: readonly string[],
  { rows, tables }: Known,
  { articles }: Asked,
): Promise<Rows> {
  const known = new Map(rows.lines.map((line, row) => [line, row]));
  const unknown = Uint32Array.from(lines.keys()).filter((at) => !known.has(lines[at] ?? ''));
  if (unknown.length === 0 && lines.length === rows.lines.length) return rows;
  const read = new RowsWriter();
  for (let from = 0; from < unknown.length; from += AT_ONCE) {
    const numbers = unknown.slice(from, from + AT_ONCE);
    let at = 0;
    for (const article of unpackGiven(await articles(numbers))) {
      read.add(lines[numbers[at++] ?? 0] ?? '', article, tables);
    }
  }
  const fresh = read.finish();
  if (unknown.length === lines.length) return fresh;
  const all = new RowsWriter(rows, fresh);
  let next = 0;
  for (const line of lines) {
    const row = known.get(line);
    if (row === undefined) all.copy(fresh, next++);
    else all.copy(rows, row);
  }
  return all.finish();
}
