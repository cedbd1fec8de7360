/**
 * Spells a paragraph of plain text so that MDX reads it as exactly that text.
 *
 * A mark may be escaped by a backslash wherever it stands (CommonMark 0.31, 2.4); what makes a line a
 * list, a heading or a program does so at its beginning only.
 *
 * @param paragraph one line without white space at its ends
 */
export function mdxText(paragraph: string): string {
  const marks = paragraph.replace(/[\\`*_{}[\]<>#~|&]/g, '\\$&');
  return marks
    .replace(/^([+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^(?:import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}
