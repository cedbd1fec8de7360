/** A stretch of text, with the address that it is where it is one. */
export interface TextPart {
  readonly text: string;
  readonly address?: string;
}

/**
 * Finds web addresses in the archive's own prose (evidence, notes, statements), so that they can be
 * followed. Captured text is never treated so.
 */
export function linkAddresses(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"”]*[^\s<>"”.,;:!?)\]]/g)) {
    if (!URL.canParse(match[0])) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: shown(match[0]), address: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

const LONGEST = 48;

/** The host and the beginning of the path: enough to know where a link leads. */
function shown(address: string): string {
  const text = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
