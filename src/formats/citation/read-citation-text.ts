/** A citation written out in one style, as plain text. */
export interface StyledCitation {
  readonly style: string;
  readonly text: string;
}

/** Reads the citations out of the `.txt` beside an article, for the panel that shows them. */
export function readCitationText(text: string): StyledCitation[] {
  return text
    .split('\n\n')
    .slice(0, -1)
    .map((block) => {
      const [style = '', ...lines] = block.split('\n');
      return { style, text: lines.join(' ') };
    });
}
