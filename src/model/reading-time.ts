/**
 * Time to read a letter: 68 ms (95 % confidence 65–71 ms), measured on 14 languages in alphabets, read
 * aloud. S. Trauzettel-Klosinski, K. Dietz and the IReST Study Group, “Standardized Assessment of Reading
 * Performance”, Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461,
 * https://doi.org/10.1167/iovs.11-8284. In English it comes to about 180 words a minute.
 */
const MINUTES_A_LETTER = 68 / 60_000;

/** Scripts of which that was measured; Arabic, Hebrew, Chinese and Japanese letters say more each. */
const MEASURED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LETTER = /\p{L}/u;
const SPACE = /\s/;

/**
 * How long it takes to read texts.
 *
 * @returns whole minutes, at least one; undefined for scripts that the measurement leaves out
 */
export function readingMinutes(texts: readonly string[]): number | undefined {
  let [letters, measured, signs] = [0, 0, 0];
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      // Of a text in English these are nearly all, and to ask a pattern of each is slow.
      if (code < 128) {
        if (!isSpace(code)) signs++;
        if (isLatin(code)) {
          letters++;
          measured++;
        }
        continue;
      }
      const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (!SPACE.test(sign)) signs += sign.length;
      if (LETTER.test(sign)) letters++;
      if (MEASURED.test(sign)) measured++;
      at += sign.length - 1;
    }
  }
  if (letters === 0 || measured < letters / 2) return undefined;
  return Math.max(1, Math.round(signs * MINUTES_A_LETTER));
}

/** White space of ASCII: tab to carriage return, and space. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** A letter of ASCII. */
function isLatin(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}
