import type { ListFormat } from '../../model/export-address.ts';

/** A file of references taken apart. */
interface Parts {
  /** What stands before the first. */
  readonly head: string;
  readonly entries: readonly string[];
}

const APART: Readonly<Record<Exclude<ListFormat, 'json'>, (text: string) => Parts>> = {
  bib(text) {
    // Every field is one indented line, so that an `@` begins an entry and nothing else.
    const [head = '', ...entries] = text.split(/^(?=@)/m);
    return { head, entries };
  },
  ris(text) {
    return { head: '', entries: text.match(/[\s\S]*?^ER {2}- ?\r\n(?:\r\n)?/gm) ?? [] };
  },
  csv(text) {
    const [head = '', ...entries] = text.match(/(?:"(?:[^"]|"")*"|[^"\r])*\r\n/g) ?? [];
    return { head, entries };
  },
};

/**
 * Some of the references of a file that this site made.
 *
 * @param text the file of all articles
 * @param numbers places in that file, from 0, in the order that is wanted
 * @param count how many there must be in the file
 * @throws where there are not so many: the file and the search are then of two builds
 */
export function pickEntries(
  text: string,
  format: ListFormat,
  numbers: Iterable<number>,
  count: number,
): string {
  if (format === 'json') {
    const items: unknown[] = JSON.parse(text);
    check(items.length, count);
    return `${JSON.stringify([...numbers].map((at) => items[at]))}\n`;
  }
  const { head, entries } = APART[format](text);
  check(entries.length, count);
  return head + [...numbers].map((at) => entries[at]).join('');
}

function check(length: number, count: number): void {
  if (length !== count) throw new Error(`There are ${length} references instead of ${count}.`);
}
