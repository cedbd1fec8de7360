import { converter, parse } from 'culori';

/** A colour on a screen, each part from 0 to 255, and how much of it covers what is behind, 0 to 1. */
export interface Colour {
  readonly parts: readonly [red: number, green: number, blue: number];
  readonly alpha: number;
}

export const BLACK: Colour = { parts: [0, 0, 0], alpha: 1 };
export const WHITE: Colour = { parts: [255, 255, 255], alpha: 1 };
/** What browsers give links (https://html.spec.whatwg.org/#phrasing-content-3). */
export const LINK: Colour = { parts: [0, 0, 238], alpha: 1 };

/** Colours that differ less in each part look alike to everybody. */
const ALIKE = 12;

const toRgb = converter('rgb');
const known = new Map<string, Colour | undefined>();
const MOST_KNOWN = 5000;

/** @returns undefined for what is no colour, and for colours that depend on others */
export function colourOf(value: string): Colour | undefined {
  if (known.has(value)) return known.get(value);
  const [, light] = /^light-dark\(([^,()]*(?:\([^()]*\))?[^,()]*),/.exec(value) ?? [];
  const found = value.length > 200 ? undefined : toRgb(parse(light?.trim() ?? value));
  const part = (share: number | undefined) =>
    Math.round(Math.min(1, Math.max(0, share ?? 0)) * 255);
  const colour: Colour | undefined = found && {
    parts: [part(found.r), part(found.g), part(found.b)],
    alpha: found.alpha ?? 1,
  };
  if (known.size < MOST_KNOWN) known.set(value, colour);
  return colour;
}

/** What is seen of a colour over another. */
export function over(front: Colour, back: Colour): Colour {
  const mixed = (at: 0 | 1 | 2) =>
    front.parts[at] * front.alpha + back.parts[at] * (1 - front.alpha);
  return { parts: [mixed(0), mixed(1), mixed(2)], alpha: 1 };
}

/** Whether words in one colour can't be told from the other behind them. */
export function looksLike(front: Colour, back: Colour): boolean {
  const seen = over(front, back);
  return seen.parts.every((part, at) => Math.abs(part - (back.parts[at] ?? 0)) <= ALIKE);
}

/** The one colour of a gradient whose colours are all alike; undefined for any other picture. */
export function plainPicture(value: string): Colour | undefined {
  if (/url\(|image|cross-fade|element/.test(value) || !value.includes('gradient('))
    return undefined;
  const inside = value.slice(value.indexOf('(') + 1);
  const words =
    inside.match(/#[\da-f]{3,8}\b|\b[a-z-]+\((?:[^()]{0,100})\)|\b[a-z]{3,20}\b/g) ?? [];
  const colours = words.flatMap((word) => colourOf(word) ?? []);
  const [first] = colours;
  return first !== undefined && first.alpha === 1 && colours.every((one) => looksLike(one, first))
    ? first
    : undefined;
}
