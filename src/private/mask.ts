import { WITHHELD } from './kinds.ts';
import { scanText, type TextMatch } from './scan-text.ts';

/**
 * A text of the archive's own, such as an entry, with everything private in it replaced by one plain
 * word, which can stand in an address, in YAML and in Markdown. The same text where there is none.
 */
export function maskPrivate(text: string): string {
  return replaceMatches(text, scanText(text, 'text'), () => WITHHELD);
}

/** What of the finds in a text has so few letters that other words would be taken for it. */
const LEAST = 6;

/**
 * Replaces what was found, and every other place where the same stands.
 *
 * @param more what else is to go, wherever it stands, with what takes its place
 */
export function replaceMatches(
  text: string,
  matches: readonly TextMatch[],
  by: (match: TextMatch) => string,
  more: ReadonlyMap<string, string> = new Map(),
): string {
  if (matches.length === 0 && more.size === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // Inside or across one that was replaced: its rest goes with it.
    if (match.end <= from) continue;
    if (match.start >= from) parts.push(text.slice(from, match.start), by(match));
    from = match.end;
  }
  let put = parts.join('') + text.slice(from);
  const secrets = new Map([...more, ...matches.map((match) => [match.secret, by(match)] as const)]);
  for (const [secret, marker] of secrets) {
    if (secret.length >= LEAST && put.includes(secret)) put = put.replaceAll(secret, () => marker);
  }
  return put;
}
