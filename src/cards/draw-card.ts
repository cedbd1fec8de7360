import type { CardColours } from './colours.ts';
import type { CardFace } from './face.ts';
import { pathOf, type Setting, widthOf } from './fonts.ts';
import { layText } from './lay-text.ts';
import { markShapes } from './mark.ts';

/** As large as the sites that show cards ask for: 1.91 to 1. */
export const [WIDTH, HEIGHT] = [1200, 630];

const MARGIN = 64;
const LEFT = 304;
const ROOM = WIDTH - LEFT - MARGIN;

/** A card as SVG in which every letter is an outline, so that it needs no font. */
export function drawCard(face: CardFace, colours: CardColours): string {
  const colour = colours.outlets[face.colour] ?? colours.ink;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${[
    `<path fill="${colours.paper}" d="M0 0H${WIDTH}V${HEIGHT}H0z"/>`,
    `<path fill="${colours.red}" d="M0 0H${WIDTH}V10H0zM0 16H${WIDTH}V19H0z"/>`,
    label(face, colour, colours),
    words(face, colour, colours),
    foot(face, colours),
  ].join('')}</svg>`;
}

function line(text: string, setting: Setting, at: { x: number; y: number }, fill: string): string {
  return text === '' || widthOf(text, setting) === undefined
    ? ''
    : `<path fill="${fill}" d="${pathOf(text, setting, at)}"/>`;
}

function centred(text: string, setting: Setting, y: number, fill: string): string {
  const width = widthOf(text, setting) ?? 0;
  return line(text, setting, { x: MARGIN + (176 - width) / 2, y }, fill);
}

/** The spine label, dashed where the date is not certain. */
function label({ mark }: CardFace, colour: string, colours: CardColours): string {
  const dashes = mark.isAbout ? ' stroke-dasharray="9 7"' : '';
  const [first = '', second = ''] = mark.lines;
  return [
    `<rect x="${MARGIN}" y="84" width="176" height="${LABEL}" fill="${colours.card}" stroke="${colours.ink}" stroke-width="3"${dashes}/>`,
    centred(first, { weight: 700, size: 58 }, 152, colours.ink),
    centred(second, { weight: 400, size: second.length > 7 ? 26 : 36 }, 202, colours.ink),
    `<path stroke="${colours.rule}" stroke-width="3" d="M${MARGIN + 18} 226h140"/>`,
    centred(
      mark.code,
      { weight: 700, size: mark.code.length > 5 ? 28 : 38, tracking: 2 },
      272,
      colour,
    ),
  ].join('');
}

const LABEL = 212;

/** The largest capitals in which a label has room. */
function capsFor(text: string): Setting {
  const sizes = [25, 22, 19, 16];
  const settings = sizes.map((size) => ({ weight: 700 as const, size, tracking: size / 8 }));
  const fits = (setting: Setting) => (widthOf(text.toUpperCase(), setting) ?? 0) <= ROOM;
  return settings.find(fits) ?? { weight: 700, size: 13, tracking: 1 };
}

function words(
  { label: above, heading, line: below, bars, from, to }: CardFace,
  colour: string,
  colours: CardColours,
): string {
  const laid = layText(heading, {
    weight: 400,
    sizes: bars.length > 0 ? [92, 78, 66, 56] : [72, 64, 56, 49],
    width: ROOM,
    most: bars.length > 0 ? 2 : 4,
  });
  const size = laid?.setting.size ?? 0;
  const drawn = laid?.lines.map((text, at) => {
    const y = 132 + size * 0.86 + at * size * 1.14;
    return line(text, laid.setting, { x: LEFT, y }, colours.ink);
  });
  const end = 132 + size * 0.86 + ((laid?.lines.length ?? 1) - 1) * size * 1.14;
  return [
    line(above.toUpperCase(), capsFor(above), { x: LEFT, y: 110 }, colours.red),
    ...(drawn ?? []),
    line(below, { weight: 400, size: 32 }, { x: LEFT, y: end + 62 }, colours.soft),
    strip(bars, end + 92, colour, colours),
    ...(bars.length > 1 ? years(from, to, bars.length, colours) : []),
  ].join('');
}

const BOTTOM = 486;

function stepOf(years: number): number {
  return Math.min(76, ROOM / years);
}

function years(from: string, to: string, count: number, { soft }: CardColours): string[] {
  const small: Setting = { weight: 400, size: 22 };
  const end = LEFT + stepOf(count) * count - (widthOf(to, small) ?? 0);
  return [
    line(from, small, { x: LEFT, y: BOTTOM + 28 }, soft),
    line(to, small, { x: end, y: BOTTOM + 28 }, soft),
  ];
}

/** A bar a year, on a line that ends above the foot. */
function strip(bars: readonly number[], top: number, colour: string, { ink }: CardColours): string {
  if (bars.length < 2) return '';
  const bottom = BOTTOM;
  const height = Math.min(130, bottom - top);
  const step = stepOf(bars.length);
  const most = Math.max(...bars, 1);
  const drawn = bars.map((count, at) => {
    const tall = count === 0 ? 0 : Math.max(4, (count / most) * height);
    const x = LEFT + at * step;
    return tall === 0
      ? ''
      : `M${x.toFixed(2)} ${bottom}v${(-tall).toFixed(2)}h${(step * 0.8).toFixed(2)}v${tall.toFixed(2)}z`;
  });
  return `<path fill="${colour}" d="${drawn.join('')}"/><path stroke="${ink}" stroke-width="2" d="M${LEFT} ${bottom}h${(step * bars.length).toFixed(2)}"/>`;
}

function foot({ archive, host }: CardFace, colours: CardColours): string {
  const place: Setting = { weight: 400, size: 25 };
  const width = widthOf(host, place) ?? 0;
  const laid = layText(archive, {
    weight: 700,
    sizes: [32, 28, 24],
    width: WIDTH - 2 * MARGIN - width - 110,
    most: 1,
  });
  return [
    `<path stroke="${colours.rule}" stroke-width="2" d="M${MARGIN} 538H${WIDTH - MARGIN}"/>`,
    `<g transform="translate(${MARGIN} 560) scale(2.5)">${markShapes(colours)}</g>`,
    laid ? line(laid.lines[0] ?? '', laid.setting, { x: MARGIN + 62, y: 591 }, colours.ink) : '',
    line(host, place, { x: WIDTH - MARGIN - width, y: 591 }, colours.soft),
  ].join('');
}
