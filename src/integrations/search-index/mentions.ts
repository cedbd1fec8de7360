import { isInitials, type NameRecord } from '../../model/search/names/records.ts';
import { type Word, wordsOf } from '../../model/search/text/words.ts';

/** A name found in a text: whose it is, which of its spellings, and the words it stands on. */
export interface NameMention {
  readonly record: number;
  readonly spelling: number;
  readonly word: number;
  readonly length: number;
}

interface Pattern extends Pick<NameMention, 'record' | 'spelling' | 'length'> {
  readonly stems: readonly string[];
  /** Set where the letters must stand in the case they are written in. */
  readonly initials?: string;
}

/**
 * Finds every spelling of every record in texts of one language. Of spellings that overlap the longest
 * wins, as on the pages.
 *
 * @param stem the stem of a form in that language
 */
export function nameFinder(
  records: readonly NameRecord[],
  stem: (form: string) => string,
): (text: string, words: readonly Word[]) => NameMention[] {
  const byFirst = new Map<string, Pattern[]>();
  for (const [record, { spellings }] of records.entries()) {
    for (const [spelling, text] of spellings.entries()) {
      const stems = wordsOf(text).map(({ form }) => stem(form));
      const [first] = stems;
      if (first === undefined) continue;
      const pattern = { record, spelling, stems, length: stems.length };
      const list = byFirst.get(first) ?? [];
      list.push(isInitials(text) ? { ...pattern, initials: text } : pattern);
      byFirst.set(first, list);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);

  return (text, words) => {
    const stems = words.map(({ form }) => stem(form));
    const found: NameMention[] = [];
    for (let at = 0; at < words.length; at++) {
      const here = byFirst
        .get(stems[at] ?? '')
        ?.filter((pattern) => standsAt(pattern, at, stems, words, text));
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
  { stems: wanted, initials }: Pattern,
  at: number,
  stems: readonly string[],
  words: readonly Word[],
  text: string,
): boolean {
  if (!wanted.every((stem, step) => stems[at + step] === stem)) return false;
  if (initials === undefined) return true;
  const [first, last] = [words[at], words[at + wanted.length - 1]];
  if (first === undefined || last === undefined) return false;
  return text.slice(first.start, last.end).replaceAll('.', '') === initials.replaceAll('.', '');
}
