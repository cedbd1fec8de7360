/**
 * Time to read a letter: 68 ms (95 % confidence 65–71 ms), measured on 14 languages in alphabets, read
 * aloud. S. Trauzettel-Klosinski, K. Dietz and the IReST Study Group, “Standardized Assessment of Reading
 * Performance”, Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461,
 * https://doi.org/10.1167/iovs.11-8284. In English it comes to about 180 words a minute.
 */
const MINUTES_A_LETTER = 68 / 60_000;

/** Scripts of which that was measured; Arabic, Hebrew, Chinese and Japanese letters say more each. */
const MEASURED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const LETTERS = /\p{L}/gu;

/**
 * How long it takes to read texts.
 *
 * @returns whole minutes, at least one; undefined for scripts that the measurement leaves out
 */
export function readingMinutes(texts: readonly string[]): number | undefined {
  const all = texts.join(' ');
  const letters = all.match(LETTERS)?.length ?? 0;
  const measured = all.match(MEASURED)?.length ?? 0;
  if (letters === 0 || measured < letters / 2) return undefined;
  return Math.max(1, Math.round(all.replace(/\s+/g, '').length * MINUTES_A_LETTER));
}
