import { oneLine } from '../words.ts';
import type { RawBlock } from './blocks.ts';

/** Longest line that is taken for one of a text that was wrapped by hand or by mail. */
const WRAPPED = 100;

/**
 * The blocks of plain text: a line each, because that is how pages are copied; but the lines of a
 * group without blank lines are joined where they were evidently wrapped at a width.
 */
export function readLines(text: string): RawBlock[] {
  const groups: string[][] = [[]];
  for (const line of text.split(/\r\n?|\n|\f|\u2028|\u2029/)) {
    if (line.trim() === '') {
      if (groups.at(-1)?.length) groups.push([]);
    } else groups.at(-1)?.push(line);
  }
  return groups
    .flatMap((lines) => {
      const joined = isWrapped(lines) ? [lines.join(' ')] : lines;
      return joined.map((line, index) => {
        const [, mark, rest] = /^\s*(?:([•‣▪◦●]|[-*–](?=\s)|>)\s*)?(.*)$/su.exec(line) ?? [];
        const kind = mark === undefined ? undefined : mark === '>' ? 'quote' : 'item';
        return {
          text: oneLine(rest ?? line),
          blankBefore: index === 0,
          blankAfter: index === joined.length - 1,
          ...(kind && { mark: kind }),
        } satisfies RawBlock;
      });
    })
    .filter(({ text: words }) => words !== '');
}

function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const lengths = lines.map((line) => line.trim().length);
  const longest = Math.max(...lengths);
  if (longest > WRAPPED || longest < 45) return false;
  // In wrapped text a line is left only when the next word would not have fitted.
  return lines.slice(0, -1).every((line, index) => {
    const next = /^\S+/.exec((lines[index + 1] ?? '').trim())?.[0] ?? '';
    return line.trim().length + 1 + next.length > longest - 6;
  });
}
