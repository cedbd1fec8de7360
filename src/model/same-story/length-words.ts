import { countWords } from '../lists/count-words.ts';

/** "shorter by 120 words", "longer by 1 word", "of the same length". */
export function lengthWords(longer: number): string {
  if (longer === 0) return 'of the same length';
  return `${longer > 0 ? 'longer' : 'shorter'} by ${countWords(Math.abs(longer), 'word')}`;
}
