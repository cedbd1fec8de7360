import { type Setting, type Weight, widthOf } from './fonts.ts';

/** Lines that fit, and the size at which they do. */
export interface LaidText {
  readonly lines: readonly string[];
  readonly setting: Setting;
}

/**
 * Breaks a text into lines at the largest of some sizes at which it fits; at the smallest it is cut, at a
 * word, with an ellipsis.
 *
 * @returns undefined where the text has a letter that no font has
 */
export function layText(
  text: string,
  {
    weight,
    sizes,
    width,
    most,
  }: { weight: Weight; sizes: readonly number[]; width: number; most: number },
): LaidText | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || widthOf(words.join(' '), { weight, size: 10 }) === undefined) {
    return undefined;
  }
  for (const size of sizes) {
    const setting = { weight, size };
    const lines = breakLines(words, width, setting);
    const fits = lines.every((line) => (widthOf(line, setting) ?? 0) <= width);
    if (fits && lines.length <= most) return { lines, setting };
  }
  const setting = { weight, size: sizes.at(-1) ?? 10 };
  return { lines: cut(breakLines(words, width, setting), { most, width, setting }), setting };
}

function breakLines(words: readonly string[], width: number, setting: Setting): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && (widthOf(longer, setting) ?? 0) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function cut(
  lines: readonly string[],
  { most, width, setting }: { most: number; width: number; setting: Setting },
): string[] {
  return lines.slice(0, most).map((line, at) => {
    const isLast = at === most - 1 && lines.length > most;
    let text = isLast ? `${line}…` : line;
    while ((widthOf(text, setting) ?? 0) > width && text.length > 1) {
      const shorter = text.replace(/…$/, '');
      const space = shorter.lastIndexOf(' ');
      text = `${shorter.slice(0, space > 0 ? space : -1)}…`;
    }
    return text;
  });
}
