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
  /** Offset in code units of the text in form C, each run of white space as one space. */
  readonly offset: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

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
  const byFirstWord = new Map<string, Form<Owner>[]>();
  for (const { text, owner } of spellings) {
    const spelling = { text: normalized(text).trim(), owner };
    for (const form of new Set([spelling.text, capitals(spelling.text)])) {
      const lead = form.search(WORD_CHARACTER);
      const first = form.match(WORD)?.[0];
      if (first === undefined) continue;
      const list = byFirstWord.get(first) ?? [];
      list.push({ text: form, owner, lead });
      byFirstWord.set(first, list);
    }
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.text.length - a.text.length);

  return (text) => {
    const plain = normalized(text);
    const found: Mention<Owner>[] = [];
    let end = 0;
    for (const match of plain.matchAll(WORD)) {
      if (match.index < end) continue;
      const here = byFirstWord
        .get(match[0])
        ?.filter((form) => match.index - form.lead >= end && standsAt(plain, form, match.index));
      const longest = here?.[0];
      if (here === undefined || longest === undefined) continue;
      const { text: name, lead } = longest;
      const offset = match.index - lead;
      for (const { text: other, owner } of here) {
        if (other === name) found.push({ owner, text: name, offset });
      }
      end = offset + name.length;
    }
    return found;
  };
}

function normalized(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

/** A spelling as it is looked for, with how many signs stand before its first word. */
interface Form<Owner> extends Spelling<Owner> {
  readonly lead: number;
}

function standsAt(text: string, { text: form, lead }: Form<unknown>, firstWord: number): boolean {
  const start = firstWord - lead;
  const next = text.slice(start + form.length, start + form.length + 2);
  return text.startsWith(form, start) && next.search(WORD_CHARACTER) !== 0;
}

/** The spelling in capitals; short ones stay as they are ("US" is not "us", nor "As" "AS"). */
function capitals(text: string): string {
  return text.length > 3 ? text.toUpperCase() : text;
}
