/** A spelling to look for, and whose it is. */
export interface Spelling<Owner> {
  readonly text: string;
  readonly owner: Owner;
}

/** A spelling found in a text. */
export interface Mention<Owner> {
  readonly owner: Owner;
  /** As it stands in the text. */
  readonly text: string;
  /** Offset in code units. */
  readonly offset: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const WORD_CHARACTER = /^[\p{L}\p{M}\p{N}]/u;

/**
 * Finds names in texts, letter for letter. Where spellings overlap the longest wins ("Minsk region"
 * is not "Minsk"), a spelling is never part of a longer word ("Georgia" is not in "Georgian"), and a
 * text in capitals, as of a dateline, matches too ("MINSK").
 *
 * @param spellings one text may have several owners; each of them is reported
 */
export function mentionFinder<Owner>(
  spellings: Iterable<Spelling<Owner>>,
): (text: string) => Mention<Owner>[] {
  const byFirstWord = new Map<string, Spelling<Owner>[]>();
  for (const { text, owner } of spellings) {
    const spelling = { text: text.normalize('NFC').replace(/\s+/g, ' '), owner };
    for (const form of new Set([spelling.text, capitals(spelling.text)])) {
      const first = form.match(WORD)?.[0];
      if (first === undefined) continue;
      const list = byFirstWord.get(first) ?? [];
      list.push({ text: form, owner });
      byFirstWord.set(first, list);
    }
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.text.length - a.text.length);

  return (text) => {
    const plain = text.normalize('NFC').replace(/\s+/g, ' ');
    const found: Mention<Owner>[] = [];
    let end = 0;
    for (const match of plain.matchAll(WORD)) {
      if (match.index < end) continue;
      const here = byFirstWord.get(match[0])?.filter((s) => standsAt(plain, s.text, match.index));
      const longest = here?.[0]?.text;
      if (here === undefined || longest === undefined) continue;
      for (const { owner } of here.filter((spelling) => spelling.text === longest)) {
        found.push({ owner, text: longest, offset: match.index });
      }
      end = match.index + longest.length;
    }
    return found;
  };
}

function standsAt(text: string, spelling: string, offset: number): boolean {
  return (
    text.startsWith(spelling, offset) && !WORD_CHARACTER.test(text.slice(offset + spelling.length))
  );
}

/** The spelling in capitals; short ones stay as they are ("US" is not "us", nor "As" "AS"). */
function capitals(text: string): string {
  return text.length > 3 ? text.toUpperCase() : text;
}
