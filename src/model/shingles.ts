/** Words that stand side by side in two texts only when one has them from the other. */
export const SHINGLE_WORDS = 8;

/** The words of a text in small letters, without marks. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Every run of so many words of a text, each as one string (Broder 1997). */
export function shinglesOf(text: string, size: number = SHINGLE_WORDS): string[] {
  const words = plainWords(text);
  const shingles: string[] = [];
  for (let at = 0; at + size <= words.length; at++) {
    shingles.push(words.slice(at, at + size).join(' '));
  }
  return shingles;
}
