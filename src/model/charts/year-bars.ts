import type { YearCount } from '../article-view.ts';

/** A bar's piece: one outlet's articles of certain, or of uncertain, date. */
export interface BarPiece {
  /** Top and height in a drawing 100 units high. */
  readonly y: number;
  readonly height: number;
  readonly colour: number;
  readonly certain: boolean;
}

/**
 * Stacks a year's outlets from the ground up.
 *
 * @param highest count that fills the height
 */
export function stackBars(year: YearCount, highest: number): BarPiece[] {
  const unit = 100 / highest;
  let below = 0;
  return year.outlets.flatMap(({ outlet, certain, uncertain }) =>
    [
      { count: certain, certain: true },
      { count: uncertain, certain: false },
    ]
      .filter(({ count }) => count > 0)
      .map((piece) => {
        below += piece.count;
        return {
          y: round(100 - below * unit),
          height: round(piece.count * unit),
          colour: outlet.colour,
          certain: piece.certain,
        };
      }),
  );
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
