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
  const open: string[] = [];
  for (const mark of text) {
    const close = CLOSES[mark];
    if (close !== undefined) open.push(close);
    else if (mark === open.at(-1)) open.pop();
  }
  return open.length === 0;
}
