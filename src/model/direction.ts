/** Marks that turn the direction of writing, with the mark that turns it back. */
const CLOSES: Readonly<Record<string, string>> = {
  '\u202A': '\u202C',
  '\u202B': '\u202C',
  '\u202D': '\u202C',
  '\u202E': '\u202C',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
};

/**
 * Whether every mark that turns the direction of writing is turned back within the text (Unicode
 * Standard Annex 9). One that is not turns what stands after it on the page.
 */
export function isDirectionClosed(text: string): boolean {
  return openDirections(text).length === 0;
}

/** A text with its direction turned back at its end, as the end of a paragraph turns it back on a page. */
export function closeDirection(text: string): string {
  return text + openDirections(text).reverse().join('');
}

function openDirections(text: string): string[] {
  const open: string[] = [];
  for (const mark of text) {
    const close = CLOSES[mark];
    if (close !== undefined) open.push(close);
    else if (mark === open.at(-1)) open.pop();
  }
  return open;
}
