import { lengthOf } from './lengths.ts';
import { partsOf } from './nesting.ts';

/** How sure it is that something can't be seen, and why. */
export interface Unseen {
  readonly reason: string;
  readonly sure: boolean;
}

type Value = (property: string) => string | undefined;

/** So far to the left or above nothing of a paragraph is on the screen; and from where it may not be. */
const [FAR, NEAR] = [-720, -150];
/** So far to the right or below nobody scrolls. */
const BEYOND = 5000;

/** Why a box with all that stands in it is outside of what is shown of the page, if it is. */
export function outside(value: Value, em: number): Unseen | undefined {
  return offScreen(value, em) ?? clipped(value, em) ?? shrunk(value, em) ?? transformed(value, em);
}

function offScreen(value: Value, em: number): Unseen | undefined {
  const position = value('position') ?? 'static';
  let near = false;
  if (/^(?:absolute|fixed|relative|sticky|-webkit-sticky)$/.test(position)) {
    for (const side of ['left', 'top', 'right', 'bottom'] as const) {
      const length = lengthOf(value(side) ?? '', em);
      if (length === undefined) continue;
      const { px, percent } = length;
      const isStart = side === 'left' || side === 'top';
      const out = isStart
        ? px <= FAR || percent <= -100
        : px >= -FAR * 2 || (percent >= 100 && side === 'right');
      // Pages that were made from PDF place their lines far down.
      const away = isStart ? side === 'left' && px >= BEYOND : px <= -BEYOND;
      if (out || away) return { reason: 'off the screen', sure: true };
      if (position !== 'relative' && isStart && px <= NEAR) near = true;
    }
  }
  for (const side of ['margin-left', 'margin-top']) {
    const px = lengthOf(value(side) ?? '', em)?.px ?? 0;
    if (px <= FAR * 2) return { reason: 'off the screen', sure: true };
    if (px <= FAR) near = true;
  }
  return near ? { reason: 'perhaps off the screen', sure: false } : undefined;
}

function clipped(value: Value, em: number): Unseen | undefined {
  const isPlaced = /^(?:absolute|fixed)$/.test(value('position') ?? '');
  const [, rect] = /^rect\(([^)]*)\)/.exec(value('clip') ?? '') ?? [];
  if (isPlaced && rect !== undefined) {
    const [top, right, bottom, left] = rect
      .trim()
      .split(/[\s,]+/)
      .map((one) => lengthOf(one, em)?.px);
    const flat = (from: number | undefined, to: number | undefined) =>
      from !== undefined && to !== undefined && to - from <= 1;
    if (flat(top, bottom) || flat(left, right)) return { reason: 'clipped', sure: true };
  }
  const path = value('clip-path');
  if (path === undefined || path === 'none') return undefined;
  const [, shape = '', inner = ''] = /^([a-z]+)\((.*)\)/s.exec(path) ?? [];
  const sure = isEmptyShape(shape, inner, em);
  return sure === undefined ? undefined : { reason: 'clipped', sure };
}

/** @returns undefined for a shape that shows something; false where that can't be said */
function isEmptyShape(shape: string, inner: string, em: number): boolean | undefined {
  const lengths = (text: string) => partsOf(text.trim(), ' ').map((one) => lengthOf(one, em));
  if (shape === 'inset') {
    const [top, right = top, bottom = top, left = right] = lengths(inner.split('round')[0] ?? '');
    const empty = (a: typeof top, b: typeof top) =>
      (a?.percent ?? 0) + (b?.percent ?? 0) >= 99 || (a?.px ?? 0) + (b?.px ?? 0) >= BEYOND;
    return empty(top, bottom) || empty(left, right) ? true : undefined;
  }
  if (shape === 'circle' || shape === 'ellipse') {
    const [first] = lengths(inner.split('at')[0] ?? '');
    return first !== undefined && first.px + first.percent <= 1 ? true : undefined;
  }
  if (shape === 'xywh') {
    const [, , width, height] = lengths(inner);
    return [width, height].some((one) => one !== undefined && one.px + one.percent <= 1)
      ? true
      : undefined;
  }
  if (shape === 'rect') {
    const [top, right, bottom, left] = lengths(inner).map(
      (one) => one && one.px + one.percent * 10,
    );
    const flat = (from: number | undefined, to: number | undefined) =>
      from !== undefined && to !== undefined && to - from <= 1;
    return flat(top, bottom) || flat(left, right) ? true : undefined;
  }
  if (shape === 'polygon') return areaOf(inner, em) <= 1 ? true : undefined;
  return shape === 'path' || shape === 'url' ? false : undefined;
}

function areaOf(inner: string, em: number): number {
  const points = partsOf(inner).map((point) => partsOf(point, ' ').map((one) => lengthOf(one, em)));
  const at = points
    .filter((point) => point.length === 2)
    .map((point) => point.map((one) => (one?.px ?? 0) + (one?.percent ?? 0)));
  const twice = at.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = at[(index + 1) % at.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** A box of no size shows what it holds all the same, unless it cuts that off. */
function shrunk(value: Value, em: number): Unseen | undefined {
  const px = (property: string) => {
    const length = lengthOf(value(property) ?? '', em);
    return length === undefined || length.percent !== 0 ? undefined : length.px;
  };
  const isFlat = (size: string, most: string, pads: readonly string[]) =>
    [px(size), px(most)].some((one) => one !== undefined && one <= 1) &&
    !pads.some((pad) => {
      const length = lengthOf(value(pad) ?? '', em);
      return length !== undefined && length.px + length.percent > 1;
    });
  if (!/hidden|clip|scroll|auto/.test(value('overflow') ?? '')) return undefined;
  const flat =
    isFlat('height', 'max-height', ['padding-top', 'padding-bottom']) ||
    isFlat('width', 'max-width', ['padding-left', 'padding-right']) ||
    lengthOf(value('line-height') ?? '', em)?.px === 0;
  return flat ? { reason: 'in a box of size 0', sure: true } : undefined;
}

function transformed(value: Value, em: number): Unseen | undefined {
  const transform = value('transform') ?? '';
  const scales = [value('scale') ?? ''];
  for (const [, name = '', inner = ''] of transform.matchAll(
    /([a-z0-9]+)\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g,
  )) {
    const parts = partsOf(inner);
    if (/^scale(?:[xy]|3d)?$/.test(name)) scales.push(parts.slice(0, 2).join(' '));
    if (/^matrix(?:3d)?$/.test(name))
      scales.push(`${parts[0]} ${parts[name === 'matrix' ? 3 : 5]}`);
    if (/^rotate[xy]$/.test(name) && /^-?(?:90|270)deg$/.test(inner.trim()))
      return { reason: 'turned away', sure: true };
    if (/^translate/.test(name)) {
      const moved = movedAway(name === 'translatey' ? ['0', ...parts] : parts, value, em);
      if (moved) return moved;
    }
  }
  const isNothing = scales.some((scale) =>
    scale
      .split(/\s+/)
      .some(
        (one) =>
          /^-?[\d.]+%?$/.test(one) &&
          Math.abs(Number.parseFloat(one)) <= (one.endsWith('%') ? 2 : 0.02),
      ),
  );
  if (isNothing) return { reason: 'scaled to nothing', sure: true };
  const translate = value('translate');
  return translate === undefined ? undefined : movedAway(partsOf(translate, ' '), value, em);
}

function movedAway(parts: readonly string[], value: Value, em: number): Unseen | undefined {
  const [x, y] = parts.map((one) => lengthOf(one, em));
  const far = [x, y].some((one) => one !== undefined && (one.px <= FAR || one.px >= BEYOND));
  if (far) return { reason: 'off the screen', sure: true };
  // By its own size: what slides in stands outside until then, placed at the edge.
  const slid = [x, y].some((one) => one !== undefined && Math.abs(one.percent) >= 100);
  if (!slid) return undefined;
  const isPlaced = /^(?:absolute|fixed)$/.test(value('position') ?? '');
  return { reason: isPlaced ? 'off the screen' : 'perhaps off the screen', sure: isPlaced };
}
