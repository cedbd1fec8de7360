import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create, type Font } from 'fontkitten';

/** Latin and Cyrillic, a file each; letters of other scripts stand on no card. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'];

/** A cut of PT Serif, which ParaType made for the languages of Russia and its neighbours. */
export type Weight = 400 | 700;

const loaded = new Map<Weight, readonly Font[]>();

/**
 * The fonts of a weight. They come from a package, never from the machine, so that a card is the same,
 * byte for byte, wherever it is made.
 */
function fontsOf(weight: Weight): readonly Font[] {
  let fonts = loaded.get(weight);
  if (fonts === undefined) {
    // Astro bundles this module into a file of the archive, where only Pressmark itself can be found.
    const own = createRequire(createRequire(import.meta.url).resolve('pressmark/package.json'));
    const folder = path.dirname(own.resolve('@fontsource/pt-serif/package.json'));
    fonts = SUBSETS.map((subset) => {
      const file = path.join(folder, 'files', `pt-serif-${subset}-${weight}-normal.woff`);
      const font = create(readFileSync(file));
      if (font.isCollection) throw new Error(`${file} is a collection.`);
      return font;
    });
    loaded.set(weight, fonts);
  }
  return fonts;
}

/** A letter at a size: how far it moves on, and its outline from the base line, downwards positive. */
export interface Letter {
  readonly advance: number;
  readonly outline: (x: number, y: number) => string;
}

const ADVANCES = new Map<string, Letter>();

/** A letter of a weight; undefined where no font has it. */
function letterOf(sign: string, weight: Weight, size: number): Letter | undefined {
  const key = `${weight} ${size} ${sign}`;
  const known = ADVANCES.get(key);
  if (known !== undefined) return known;
  const code = sign.codePointAt(0) ?? 0;
  const font = fontsOf(weight).find((one) => one.hasGlyphForCodePoint(code));
  if (font === undefined) return undefined;
  const glyph = font.glyphForCodePoint(code);
  const scale = size / font.unitsPerEm;
  const letter: Letter = {
    advance: glyph.advanceWidth * scale,
    outline: (x, y) =>
      glyph.path.commands
        .map(({ command, args }) => {
          const at = args.map((value, index) =>
            (index % 2 === 0 ? x + value * scale : y - value * scale).toFixed(2),
          );
          return `${LETTERS[command] ?? ''}${at.join(' ')}`;
        })
        .join(''),
  };
  ADVANCES.set(key, letter);
  return letter;
}

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** How letters are set. */
export interface Setting {
  readonly weight: Weight;
  readonly size: number;
  /** Room between letters beside their own. */
  readonly tracking?: number;
}

/** How wide a line comes out; undefined where it has a letter that no font has. */
export function widthOf(text: string, { weight, size, tracking = 0 }: Setting): number | undefined {
  let width = 0;
  for (const sign of text) {
    const letter = letterOf(sign, weight, size);
    if (letter === undefined) return undefined;
    width += letter.advance + tracking;
  }
  return width;
}

/** A line as an SVG path that starts at x, on the base line y. */
export function pathOf(
  text: string,
  { weight, size, tracking = 0 }: Setting,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  let [path, at] = ['', x];
  for (const sign of text) {
    const letter = letterOf(sign, weight, size);
    if (letter === undefined) continue;
    path += letter.outline(at, y);
    at += letter.advance + tracking;
  }
  return path;
}
