import type { Styles } from './cascade.ts';
import {
  BLACK,
  type Colour,
  colourOf,
  LINK,
  looksLike,
  over,
  plainPicture,
  WHITE,
} from './colours.ts';
import { lengthOf } from './lengths.ts';
import type { Declaration } from './properties.ts';
import { outside, type Unseen } from './shapes.ts';

/** What an element hands down to what stands in it, as far as it says whether words can be seen. */
export interface State {
  readonly visible: boolean;
  /** Size of the letters in pixels. */
  readonly size: number;
  readonly colour: Colour | undefined;
  /** Behind the words; undefined where that is a picture or not known. */
  readonly back: Colour | undefined;
  /** Whether the words may stand over something else than what is behind them in the markup. */
  readonly floats: boolean;
  readonly opacity: number;
  readonly indented: boolean;
  readonly spacing: number;
  /** Properties of the page's own, which other values refer to. */
  readonly own: ReadonlyMap<string, string>;
}

/** @param allSheets whether every style sheet of the page is at hand; else nobody knows what is behind */
export function startState(allSheets: boolean): State {
  return {
    visible: true,
    size: 16,
    colour: BLACK,
    back: allSheets ? WHITE : undefined,
    floats: false,
    opacity: 1,
    indented: false,
    spacing: 0,
    own: new Map(),
  };
}

export interface Judged {
  readonly state: State;
  /** Nothing that stands in it can be seen. */
  readonly tree?: Unseen;
}

const [INVISIBLE, UNREADABLE] = [0.05, 2];

/** Works out what styles make of an element. */
export function judge(
  element: Element,
  styles: Styles | undefined,
  before: State,
  keyframes: ReadonlyMap<string, readonly Declaration[]>,
): Judged {
  const name = element.localName;
  if (
    styles === undefined &&
    !HINTED.has(name) &&
    !element.hasAttribute('hidden') &&
    !element.hasAttribute('bgcolor') &&
    !element.hasAttribute('popover')
  )
    return { state: before };
  const own = ownProperties(styles, before.own);
  const ended = animationEnd(styles, keyframes);
  const value = (property: string): string | undefined => {
    const said = ended.get(property) ?? styles?.get(property)?.value;
    return said === undefined ? undefined : resolved(said, own);
  };
  const size = sizeOf(value('font-size'), before.size, element);
  const state: State = {
    own,
    size,
    visible: visibilityOf(value('visibility'), before.visible),
    ...colours(element, value, before),
    opacity: before.opacity * opacityOf(value('opacity'), value('filter')),
    indented: indentOf(value, size) ?? before.indented,
    spacing: spacingOf(value('letter-spacing'), size) ?? before.spacing,
  };
  const tree = hiddenTree(element, value, state, size);
  return tree === undefined ? { state } : { state, tree };
}

/** Why words right in an element can't be seen, although the element can. */
export function unseenWords(state: State): Unseen | undefined {
  if (!state.visible) return { reason: 'visibility: hidden', sure: true };
  if (state.size < UNREADABLE) return { reason: 'letters of size 0', sure: true };
  if (state.indented) return { reason: 'indented off the screen', sure: true };
  if (state.spacing <= -0.5) return { reason: 'letters on top of each other', sure: true };
  if (state.colour === undefined) return undefined;
  if (state.colour.alpha <= INVISIBLE) return { reason: 'transparent letters', sure: true };
  if (state.back === undefined || !looksLike(state.colour, state.back)) return undefined;
  return { reason: 'in the colour of what is behind it', sure: !state.floats };
}

/** Elements to which browsers or their own attributes give another look. */
const HINTED = new Set('a font body dialog noframes noembed mark'.split(' '));

function hiddenTree(
  element: Element,
  value: (property: string) => string | undefined,
  { opacity }: State,
  size: number,
): Unseen | undefined {
  const display = value('display') ?? displayByDefault(element);
  if (/^none\b/.test(display)) return { reason: 'display: none', sure: true };
  if (value('content-visibility') === 'hidden')
    return { reason: 'content-visibility: hidden', sure: true };
  if (opacity <= INVISIBLE) return { reason: 'opacity: 0', sure: true };
  if (element.localName === 'html') return undefined;
  const isRoot = element.localName === 'body';
  const found = outside(
    (property) => (isRoot && property === 'overflow' ? undefined : value(property)),
    size,
  );
  if (found !== undefined) return found;
  const below =
    /^-\d/.test(value('z-index') ?? '') && /absolute|fixed|relative/.test(value('position') ?? '');
  return below ? { reason: 'perhaps behind something else', sure: false } : undefined;
}

/** https://html.spec.whatwg.org/#hidden-elements; what is hidden until found can be found. */
function displayByDefault(element: Element): string {
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return 'none';
  if (element.localName === 'noframes' || element.localName === 'noembed') return 'none';
  if (element.localName === 'dialog' && !element.hasAttribute('open')) return 'none';
  return element.hasAttribute('popover') ? 'none' : 'block';
}

function ownProperties(
  styles: Styles | undefined,
  before: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let own: Map<string, string> | undefined;
  for (const [property, said] of styles ?? []) {
    if (!property.startsWith('--')) continue;
    own ??= new Map(before);
    own.set(property, said.value);
  }
  return own ?? before;
}

/** Values that refer to others: `var(--hidden, none)`. */
function resolved(value: string, own: ReadonlyMap<string, string>): string {
  let text = value;
  for (let step = 0; step < 8 && text.includes('var('); step++) {
    text = text
      .replace(
        /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g,
        (_, name: string, other?: string) => own.get(name)?.toLowerCase() ?? other ?? 'unset',
      )
      .slice(0, 2000)
      .trim();
  }
  return text;
}

/** Where an animation that stays at its end leaves an element: words that fade in can be seen. */
function animationEnd(
  styles: Styles | undefined,
  keyframes: ReadonlyMap<string, readonly Declaration[]>,
): ReadonlyMap<string, string> {
  const shorthand = styles?.get('animation')?.value ?? '';
  const names = `${shorthand} ${styles?.get('animation-name')?.value ?? ''}`;
  const fill = `${shorthand} ${styles?.get('animation-fill-mode')?.value ?? ''}`;
  if (names.trim() === '' || !/\b(?:forwards|both|infinite)\b/.test(fill)) return new Map();
  const end = new Map<string, string>();
  for (const word of names.split(/[\s,]+/)) {
    for (const { property, value } of keyframes.get(word) ?? []) end.set(property, value);
  }
  return end;
}

function visibilityOf(value: string | undefined, before: boolean): boolean {
  if (value === 'hidden' || value === 'collapse') return false;
  if (value === 'visible' || value === 'initial') return true;
  return before;
}

const KEYWORDS: Readonly<Record<string, number>> = {
  initial: 16,
  medium: 16,
  small: 13,
  'x-small': 10,
  'xx-small': 9,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

function sizeOf(value: string | undefined, before: number, element: Element): number {
  const hint = element.localName === 'font' ? element.getAttribute('size') : null;
  if (value === undefined) return hint === null || !/^[1-7]$/.test(hint) ? before : 16;
  const length = lengthOf(value, before);
  if (length !== undefined) return Math.max(0, length.px + (length.percent * before) / 100);
  return KEYWORDS[value] ?? before;
}

function opacityOf(opacity: string | undefined, filter: string | undefined): number {
  const share = (text: string) => {
    const number = Number.parseFloat(text) / (text.trim().endsWith('%') ? 100 : 1);
    return Number.isNaN(number) ? 1 : Math.min(1, Math.max(0, number));
  };
  const [, filtered = '1'] = /opacity\(([^)]*)\)/.exec(filter ?? '') ?? [];
  return share(opacity ?? '1') * share(filtered);
}

function indentOf(
  value: (property: string) => string | undefined,
  size: number,
): boolean | undefined {
  const length = lengthOf(value('text-indent') ?? '', size);
  if (length === undefined) return undefined;
  const cutsOff = /hidden|clip/.test(value('overflow') ?? '');
  return (
    length.px <= -400 ||
    length.percent <= -90 ||
    (cutsOff && (length.percent >= 100 || length.px >= 1500))
  );
}

function spacingOf(value: string | undefined, size: number): number | undefined {
  if (value === 'normal' || value === 'initial') return 0;
  const px = lengthOf(value ?? '', size)?.px;
  return px === undefined || size === 0 ? undefined : px / size;
}

function colours(
  element: Element,
  value: (property: string) => string | undefined,
  before: State,
): Pick<State, 'colour' | 'back' | 'floats'> {
  const stated = value('-webkit-text-fill-color') ?? value('color') ?? colourByDefault(element);
  const isInherited = stated === undefined || /^(?:inherit|unset|currentcolor)$/.test(stated);
  // Letters cut out of a picture, or known by their shadow alone, can be seen.
  const isCut = value('background-clip')?.includes('text') === true;
  const hasShadow = !/^(?:none|initial|unset|)$/.test(value('text-shadow') ?? '');
  const colour = isCut || hasShadow ? undefined : isInherited ? before.colour : colourOf(stated);
  const back = isCut ? undefined : backOf(element, value, before.back);
  const isPlaced = /^(?:absolute|fixed|sticky)$/.test(value('position') ?? '');
  const setsBack = back !== before.back;
  return { colour, back, floats: setsBack ? false : before.floats || isPlaced };
}

function colourByDefault(element: Element): string | undefined {
  const { localName } = element;
  if (localName === 'a' && element.hasAttribute('href')) return `rgb(${LINK.parts.join(' ')})`;
  if (localName === 'font') return hint(element.getAttribute('color'));
  if (localName === 'body') return hint(element.getAttribute('text'));
  return localName === 'mark' ? 'black' : undefined;
}

function backOf(
  element: Element,
  value: (property: string) => string | undefined,
  before: Colour | undefined,
): Colour | undefined {
  const picture = value('background-image') ?? 'none';
  if (element.hasAttribute('background')) return undefined;
  if (!/^(?:none|initial|unset)$/.test(picture)) return plainPicture(picture);
  const stated =
    value('background-color') ??
    hint(element.getAttribute('bgcolor')) ??
    (element.localName === 'mark' ? 'yellow' : undefined);
  if (stated === undefined || /^(?:none|initial|unset|transparent)$/.test(stated)) return before;
  if (stated === 'inherit') return before;
  const colour = colourOf(stated);
  if (colour === undefined || colour.alpha === 1) return colour;
  return colour.alpha <= INVISIBLE ? before : before && over(colour, before);
}

/** A colour as old attributes write it, with or without its mark. */
function hint(text: string | null): string | undefined {
  if (text === null) return undefined;
  const bare = text.trim().toLowerCase();
  return /^[\da-f]{6}$/.test(bare) ? `#${bare}` : bare;
}
