/** A length as it is judged: pixels, and a share of something that only layout knows, in percent. */
export interface Length {
  readonly px: number;
  readonly percent: number;
}

const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  '': 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  q: 0.945,
  rem: 16,
  vw: 12.8,
  vi: 12.8,
  vmax: 12.8,
  vh: 8,
  vb: 8,
  vmin: 8,
};

/** Share of the size of letters. */
const OF_LETTERS: Readonly<Record<string, number>> = {
  em: 1,
  ex: 0.5,
  ch: 0.5,
  cap: 0.7,
  ic: 1,
  lh: 1.2,
};

const TOKEN =
  /\s*(?:([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]+|%)?|(calc|min|max|clamp)?(\()|([)+*/,-]))/gy;

/** Values one inside the other. */
const DEEPEST = 20;

/**
 * A length of a style sheet, on a screen of 1280 by 800 pixels.
 *
 * @param em size of the letters around it
 * @returns undefined for a keyword and for what is not a length
 */
export function lengthOf(value: string, em: number): Length | undefined {
  if (value === '' || /^[a-z-]+$/.test(value)) return undefined;
  const [, number] = /^(-?\d+(?:\.\d+)?)(?:px)?$/.exec(value) ?? [];
  if (number !== undefined) return { px: Number(number), percent: 0 };
  const tokens = [
    ...value
      .trim()
      .replace(/\b(?:fit-content)\b/g, '')
      .matchAll(TOKEN),
  ];
  if (
    tokens.length === 0 ||
    tokens.reduce((sum, [all]) => sum + all.length, 0) !== value.trim().length
  )
    return undefined;
  const parser = new Parser(tokens, em);
  const found = parser.sum(0);
  return parser.ended ? found : undefined;
}

class Parser {
  readonly #tokens: readonly RegExpExecArray[];
  readonly #em: number;
  #at = 0;

  constructor(tokens: readonly RegExpExecArray[], em: number) {
    this.#tokens = tokens;
    this.#em = em;
  }

  get ended(): boolean {
    return this.#at === this.#tokens.length;
  }

  sum(depth: number): Length | undefined {
    let total = this.#product(depth);
    for (;;) {
      const sign = this.#tokens[this.#at]?.[5];
      if (total === undefined || (sign !== '+' && sign !== '-')) return total;
      this.#at++;
      const next = this.#product(depth);
      const by = sign === '+' ? 1 : -1;
      total = next && { px: total.px + by * next.px, percent: total.percent + by * next.percent };
    }
  }

  #product(depth: number): Length | undefined {
    let total = this.#value(depth);
    for (;;) {
      const sign = this.#tokens[this.#at]?.[5];
      if (total === undefined || (sign !== '*' && sign !== '/')) return total;
      this.#at++;
      const next = this.#value(depth);
      if (next === undefined) return undefined;
      // One of the two is a plain number.
      const [by, length]: [number, Length] =
        sign === '/'
          ? [1 / next.px, total]
          : total.percent === 0 && next.percent !== 0
            ? [total.px, next]
            : [next.px, total];
      total = { px: length.px * by, percent: length.percent * by };
    }
  }

  #value(depth: number): Length | undefined {
    const token = this.#tokens[this.#at++];
    if (token === undefined || depth > DEEPEST) return undefined;
    const [, number, unit = '', name, opens] = token;
    if (number !== undefined) return this.#measured(Number(number), unit);
    if (opens === undefined) return undefined;
    const parts: Length[] = [];
    for (;;) {
      const part = this.sum(depth + 1);
      if (part === undefined) return undefined;
      parts.push(part);
      const sign = this.#tokens[this.#at++]?.[5];
      if (sign === ')') break;
      if (sign !== ',') return undefined;
    }
    return chosen(name, parts);
  }

  #measured(number: number, unit: string): Length | undefined {
    if (unit === '%') return { px: 0, percent: number };
    const letters = OF_LETTERS[unit];
    if (letters !== undefined) return { px: number * letters * this.#em, percent: 0 };
    const plain = UNITS[unit.replace(/^[sld](?=v)/, '')];
    return plain === undefined ? undefined : { px: number * plain, percent: 0 };
  }
}

function chosen(name: string | undefined, parts: readonly Length[]): Length | undefined {
  const [first, second, third] = parts;
  const sorted = [...parts].sort((a, b) => weight(a) - weight(b));
  if (name === 'min') return sorted[0];
  if (name === 'max') return sorted.at(-1);
  if (name !== 'clamp') return parts.length === 1 ? first : undefined;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  return weight(second) < weight(first) ? first : weight(second) > weight(third) ? third : second;
}

function weight({ px, percent }: Length): number {
  return px + percent * 4;
}
