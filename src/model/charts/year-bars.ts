import type { YearCount } from '../article-view.ts';

/** A bar's piece: one outlet's articles of certain, or of uncertain, date. */
export interface BarPiece {
  /** Top and height in a drawing 100 units high. */
  readonly y: number;
  readonly height: number;
  readonly colour: number;
  readonly certain: boolean;
}

/** Pieces of uncertain date lower than this are hard to tell apart, so they are drawn as one. */
const LOWEST = 12;

/**
 * Stacks a year's outlets from the ground up: what is certainly of that year first, what is not on
 * top of it. Outlets without a colour of their own are one piece.
 *
 * @param highest count that fills the height
 */
export function stackBars(year: YearCount, highest: number): BarPiece[] {
  const unit = 100 / highest;
  const uncertain = piecesOf(year, 'uncertain');
  const isFine = uncertain.length > 1 && uncertain.some(({ count }) => count * unit < LOWEST);
  const together = { colour: 0, count: uncertain.reduce((sum, { count }) => sum + count, 0) };
  let below = 0;
  const stack = (certain: boolean) => (piece: { colour: number; count: number }) => {
    below += piece.count;
    const [y, height] = [round(100 - below * unit), round(piece.count * unit)];
    return { y, height, colour: piece.colour, certain };
  };
  return [
    ...piecesOf(year, 'certain').map(stack(true)),
    ...(isFine ? [together] : uncertain).map(stack(false)),
  ];
}

function piecesOf({ outlets }: YearCount, of: 'certain' | 'uncertain') {
  const counts = new Map<number, number>();
  for (const { outlet, [of]: count } of outlets) {
    if (count > 0) counts.set(outlet.colour, (counts.get(outlet.colour) ?? 0) + count);
  }
  return [...counts].map(([colour, count]) => ({ colour, count }));
}

/** A strip's cell: a year that has articles, or a stretch of years that have none. */
export type StripCell =
  | { readonly kind: 'year'; readonly year: YearCount }
  | { readonly kind: 'gap'; readonly words: string };

/** Puts the years without articles between those with some, a stretch a cell. */
export function withGaps(years: readonly YearCount[]): StripCell[] {
  const cells: StripCell[] = [];
  let next: number | undefined;
  for (const year of years) {
    const at = Number(year.year);
    if (next !== undefined && at > next) {
      const last = at - 1;
      cells.push({ kind: 'gap', words: last === next ? `${next}` : `${next}–${last}` });
    }
    cells.push({ kind: 'year', year });
    next = at + 1;
  }
  return cells;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
