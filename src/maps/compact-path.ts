import type { GeoContext } from 'd3-geo';

/**
 * Takes down a drawing as an SVG path of whole numbers and short steps: a third of what d3 writes, and
 * the same on every machine, because no fraction is left in which two could differ.
 */
export class CompactPath implements GeoContext {
  readonly #nearest: number;
  #text = '';
  #start: readonly [number, number] = [0, 0];
  #at: readonly [number, number] = [0, 0];
  /** Set between the beginning of a line and its first step, so that a line of one point leaves nothing. */
  #waiting = false;

  /** @param nearest points nearer than this to the last one are left out */
  constructor(nearest: number) {
    this.#nearest = nearest;
  }

  beginPath(): void {}

  arc(): void {}

  moveTo(x: number, y: number): void {
    this.#start = [Math.round(x), Math.round(y)];
    this.#waiting = true;
  }

  lineTo(x: number, y: number): void {
    const from = this.#waiting ? this.#start : this.#at;
    const [dx, dy] = [Math.round(x) - from[0], Math.round(y) - from[1]];
    if (Math.hypot(dx, dy) < this.#nearest) return;
    if (this.#waiting) this.#text += `M${this.#start[0]} ${this.#start[1]}`;
    this.#waiting = false;
    this.#text += `l${dx}${dy < 0 ? '' : ' '}${dy}`;
    this.#at = [from[0] + dx, from[1] + dy];
  }

  closePath(): void {
    if (!this.#waiting) this.#text += 'z';
  }

  toString(): string {
    // Steps that follow one another need no letter of their own.
    return this.#text.replace(
      /(l-?\d+[ -]?\d+)((?:l-?\d+[ -]?\d+)+)/g,
      (_, first, rest) =>
        `${first}${rest.replace(/l(-?)/g, (__: string, sign: string) => sign || ' ')}`,
    );
  }
}
