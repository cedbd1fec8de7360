import { isInitials, type NameRecord } from '../../model/search/names/records.ts';
import { wordsOf } from '../../model/search/text/words.ts';

/** A name found in a text: whose it is, which of its spellings, and the words it stands on. */
export interface NameMention {
  readonly record: number;
  readonly spelling: number;
  readonly word: number;
  readonly length: number;
}

interface Pattern extends Pick<NameMention, 'record' | 'spelling' | 'length'> {
  readonly terms: readonly number[];
  /** Set where the letters must stand in the case they are written in. */
  readonly initials?: string;
}

/** How a passage was printed, asked for where its terms don't tell. */
export interface Printed {
  /** A word of it. */
  readonly printed: (word: number) => string;
  readonly passage: () => string;
}

/**
 * Finds every spelling of every record in texts of one language. Of spellings that overlap the longest
 * wins, as on the pages.
 *
 * @param termOf number of the term of a form in that language
 */
export function nameFinder(
  records: readonly NameRecord[],
  termOf: (form: string) => number,
): (terms: Uint32Array, printed: Printed) => NameMention[] {
  const byFirst = new Map<number, Pattern[]>();
  for (const [record, { spellings }] of records.entries()) {
    for (const [spelling, text] of spellings.entries()) {
      const terms = wordsOf(text).map(({ form }) => termOf(form));
      const [first] = terms;
      if (first === undefined) continue;
      const pattern = { record, spelling, terms, length: terms.length };
      const list = byFirst.get(first) ?? [];
      list.push(isInitials(text) ? { ...pattern, initials: text } : pattern);
      byFirst.set(first, list);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);

  return (terms, printed) => {
    const found: NameMention[] = [];
    for (let at = 0; at < terms.length; at++) {
      const here = byFirst
        .get(terms[at] ?? -1)
        ?.filter((pattern) => standsAt(pattern, at, terms, printed));
      const length = here?.[0]?.length;
      if (here === undefined || length === undefined) continue;
      const seen = new Set<number>();
      for (const pattern of here) {
        if (pattern.length !== length || seen.has(pattern.record)) continue;
        seen.add(pattern.record);
        found.push({ record: pattern.record, spelling: pattern.spelling, word: at, length });
      }
      at += length - 1;
    }
    return found;
  };
}

function standsAt(
  { terms: wanted, initials }: Pattern,
  at: number,
  terms: Uint32Array,
  { printed, passage }: Printed,
): boolean {
  if (!wanted.every((term, step) => terms[at + step] === term)) return false;
  if (initials === undefined) return true;
  const text = wanted.length === 1 ? printed(at) : between(passage(), at, wanted.length);
  return text.replaceAll('.', '') === initials.replaceAll('.', '');
}

/** Some words of a passage with what stands between them. */
function between(passage: string, first: number, count: number): string {
  const words = wordsOf(passage);
  return passage.slice(words[first]?.start, words[first + count - 1]?.end);
}
