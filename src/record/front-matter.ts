/** An entry cut into its front matter and its body; joined with the two fences they are the file again. */
export interface FrontMatter {
  /** The YAML between the two `---` lines. */
  readonly yaml: string;
  readonly body: string;
  /** Lines that stand above the body. */
  readonly linesAboveBody: number;
}

const FENCED = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

/**
 * Cuts an entry at its YAML fences. The same span as remark-frontmatter finds (a test holds the two
 * together); this one is here because parsing the whole text to find four characters costs seconds
 * in an archive of twenty thousand.
 *
 * @returns undefined when the file does not begin with front matter
 */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const match = FENCED.exec(text);
  if (match === null) return undefined;
  return {
    yaml: match[1] ?? '',
    body: text.slice(match[0].length),
    linesAboveBody: match[0].split('\n').length - 1,
  };
}
