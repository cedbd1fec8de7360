import { francAll } from 'franc';

/** Fewer letters than these prove nothing. */
const LEAST = 300;
/** How far behind the likeliest language the next must be, on franc's scale of 0 to 1. */
const AHEAD = 0.02;

/**
 * The language that a text is written in, by its letters and their sequences.
 *
 * @returns BCP 47 tag, or undefined where the text is short or two languages are about as likely
 */
export function detectLanguage(text: string): string | undefined {
  if (text.length < LEAST) return undefined;
  const [[code, first] = ['und', 0], [, second] = ['und', 0]] = francAll(text.slice(0, 6000));
  if (code === 'und' || first - second < AHEAD) return undefined;
  try {
    // The platform knows that "eng" is "en".
    return new Intl.Locale(code).language;
  } catch {
    return undefined;
  }
}
