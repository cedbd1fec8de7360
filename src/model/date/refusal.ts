/** Why a text is not a date that the archive takes, and what to write instead; each is one sentence. */
export interface Refusal {
  readonly ok: false;
  readonly what: string;
  readonly remedy: string;
}

export function refuse(what: string, remedy: string): Refusal {
  return { ok: false, what, remedy };
}

const LONGEST_QUOTE = 60;

/** A text as it is quoted in a message: shortened, with everything that would not be seen made visible. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 4 * LONGEST_QUOTE)].map((character) =>
    character !== ' ' && /[\p{C}\p{Z}]/u.test(character)
      ? `\\u{${character.codePointAt(0)?.toString(16)}}`
      : character,
  );
  const shown = characters.slice(0, LONGEST_QUOTE).join('');
  return characters.length > LONGEST_QUOTE ? `“${shown}…”` : `“${shown}”`;
}
