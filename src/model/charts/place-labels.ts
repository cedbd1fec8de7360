/** A label that is to stand beside its point. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** Radius of the point. */
  readonly r: number;
}

/** Where a label stands: right of its point, or left of it. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Width of a letter beside its height, more or less, and the gap between a point and its label. */
const LETTER = 0.56;
const GAP = 4;

/**
 * Finds room for labels, those given first before the others; a label that would cover another label
 * or another point stays away.
 *
 * @param size height of the letters, in the units of the points
 * @param width how wide the drawing is
 */
export function placeLabels(
  points: readonly Labelled[],
  { size, width }: { size: number; width: number },
): (Placed | undefined)[] {
  const taken: Box[] = points.map(({ x, y, r }) => ({
    x0: x - r / 2,
    x1: x + r / 2,
    y0: y - r / 2,
    y1: y + r / 2,
  }));
  return points.map(({ x, y, r, name }, at) => {
    const length = name.length * LETTER * size;
    for (const anchor of ['start', 'end'] as const) {
      const x0 = anchor === 'start' ? x + r + GAP : x - r - GAP - length;
      const box = { x0, x1: x0 + length, y0: y - size * 0.6, y1: y + size * 0.6 };
      const isFree = taken.every((other, index) => index === at || !overlap(box, other));
      if (!isFree || box.x0 < 0 || box.x1 > width) continue;
      taken.push(box);
      return {
        x: anchor === 'start' ? x + r + GAP : x - r - GAP,
        y: y + Math.round(size / 3),
        anchor,
      };
    }
    return undefined;
  });
}

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
