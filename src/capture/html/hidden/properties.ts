import { partsOf } from './nesting.ts';

/** A declaration of a property by which something can be hidden. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

const KNOWN = new Set(
  'display visibility opacity filter font-size letter-spacing line-height text-indent white-space text-shadow color -webkit-text-fill-color background-color background-image background-clip position left right top bottom margin-left margin-top padding-left padding-right padding-top padding-bottom width height max-width max-height overflow clip clip-path transform translate scale rotate content-visibility z-index animation animation-name animation-fill-mode'.split(
    ' ',
  ),
);

/** Other names of the same, for a text that runs from left to right. */
const ALIASES = new Map([
  ['inset-inline-start', 'left'],
  ['inset-inline-end', 'right'],
  ['inset-block-start', 'top'],
  ['inset-block-end', 'bottom'],
  ['margin-inline-start', 'margin-left'],
  ['margin-block-start', 'margin-top'],
  ['inline-size', 'width'],
  ['block-size', 'height'],
  ['max-inline-size', 'max-width'],
  ['max-block-size', 'max-height'],
  ['overflow-x', 'overflow'],
  ['overflow-y', 'overflow'],
  ['overflow-block', 'overflow'],
  ['overflow-inline', 'overflow'],
  ['-webkit-background-clip', 'background-clip'],
  ['-webkit-transform', 'transform'],
  ['-webkit-clip-path', 'clip-path'],
  ['-webkit-animation', 'animation'],
  ['-webkit-animation-name', 'animation-name'],
  ['-webkit-animation-fill-mode', 'animation-fill-mode'],
  ['-webkit-filter', 'filter'],
]);

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** A value longer than this is a picture or an attack. */
const LONGEST = 2000;

/**
 * What a declaration of a style sheet or a style attribute says, with shorthands taken apart.
 *
 * @returns nothing for what hides nothing
 */
export function declarationOf(text: string): Declaration[] {
  const colon = text.indexOf(':');
  if (colon <= 0 || text.length > LONGEST * 50) return [];
  const name = unescaped(text.slice(0, colon).trim());
  const property = name.startsWith('--') ? name : name.toLowerCase();
  if (!/^-{0,2}[a-z][\w-]*$/i.test(property)) return [];
  const whole = text.slice(colon + 1).trim();
  const important = /!\s{0,9}important$/i.test(whole.slice(-30));
  const bare = important ? whole.slice(0, whole.lastIndexOf('!')).trim() : whole;
  if (bare === '') return [];
  const say = (named: string, value: string) => ({ property: named, value, important });
  if (property.startsWith('--')) return [say(property, bare.slice(0, LONGEST))];
  const value = unescaped(bare.slice(0, LONGEST)).toLowerCase();
  return spelledOut(ALIASES.get(property) ?? property, value).map(([named, one]) =>
    say(named, one),
  );
}

/** Declarations of a style attribute. */
export function declarationsOf(style: string): Declaration[] {
  if (style.length > LONGEST * 10) return [];
  const bare = style.replace(/\/\*[\s\S]*?\*\//g, '');
  return partsOf(bare, ';').flatMap(declarationOf);
}

function spelledOut(property: string, value: string): [string, string][] {
  if (KNOWN.has(property)) return [[property, value]];
  if (property === 'inset') return sides(value).map(([side, one]) => [side, one]);
  if (property === 'margin') {
    return sides(value).flatMap(([side, one]) =>
      side === 'left' || side === 'top' ? [[`margin-${side}`, one]] : [],
    );
  }
  if (property === 'padding') return sides(value).map(([side, one]) => [`padding-${side}`, one]);
  if (property === 'font') return fontSize(value);
  if (property === 'background') return background(value);
  return [];
}

function sides(value: string): [string, string][] {
  const parts = partsOf(value.replaceAll(/\s/g, ' '), ' ').slice(0, 4);
  const [top = '', right = top, bottom = top, left = right] = parts;
  return [top, right, bottom, left].map((one, at) => [SIDES[at] as string, one]);
}

function fontSize(value: string): [string, string][] {
  const size = value.split(/\s+/).find((part) => /^[\d.]/.test(part) && !/^[1-9]00$/.test(part));
  return size === undefined ? [] : [['font-size', size.split('/')[0] ?? '']];
}

/** The colour is what is left of the last layer without pictures, positions and keywords. */
function background(value: string): [string, string][] {
  const image = /(?:url|[a-z-]*gradient|image(?:-set)?|cross-fade|element)\(/.test(value)
    ? value
    : 'none';
  if (value.includes('var('))
    return [
      ['background-image', image],
      ['background-color', value],
    ];
  const last = value.slice(value.lastIndexOf('),') + 1);
  const colour = last
    .replace(/(?:url|[a-z-]*gradient|image(?:-set)?)\((?:[^()]|\([^()]*\))*\)/g, ' ')
    .replace(
      /(?<![\w#(.,%-])(?:-?[\d.]+(?:px|%|em|rem|vw|vh)?|repeat(?:-[xy])?|no-repeat|scroll|fixed|local|center|top|left|right|bottom|cover|contain|auto|none|(?:border|padding|content)-box)(?![\w(-])|\//g,
      ' ',
    )
    .trim();
  const clip = /(?:^|\s)text(?:\s|$)/.test(value)
    ? [['background-clip', 'text'] as [string, string]]
    : [];
  return [
    ['background-image', image],
    ['background-color', colour === '' ? 'transparent' : colour],
    ...clip,
  ];
}

/** https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi, (_, hex?: string, sign?: string) => {
    if (hex === undefined) return sign ?? '';
    const code = Number.parseInt(hex, 16);
    return code === 0 || code > 0x10_ff_ff ? '�' : String.fromCodePoint(code);
  });
}
