import { wordsOf } from '../text/words.ts';

/** A word or a phrase that was typed. */
export interface Piece {
  /** As typed, without its signs. */
  readonly typed: string;
  /** Its words as they are compared. */
  readonly forms: readonly string[];
  /** Set where it stood in quotation marks. */
  readonly quoted: boolean;
}

/** The fields that can be named in a query, and the one each means. */
export const QUERY_FIELDS = ['outlet', 'source', 'person', 'place', 'topic', 'language'] as const;

export type QueryField = (typeof QUERY_FIELDS)[number];

/** A query taken apart. */
export interface Query {
  /** All must hold; of the pieces of one, any. */
  readonly clauses: readonly (readonly Piece[])[];
  readonly without: readonly Piece[];
  readonly fields: readonly {
    readonly field: QueryField;
    readonly value: string;
    readonly not: boolean;
  }[];
  /** First and last day, `2009`, `2009-08` or `2009-08-27`. */
  readonly from?: string;
  readonly to?: string;
}

// A sign of exclusion, a field, and a run in quotation marks of any kind or up to the next white space.
const TOKEN = /(-|−)?(?:([\p{L}]+):)?(?:["“”„«»‟]([^"“”„«»‟]*)["“”„«»‟]?|([^\s"“”„«»‟]+))/gu;

const DAY = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** Takes a query apart. Nothing is an error: what is not understood is a word. */
export function parseQuery(text: string): Query {
  const clauses: Piece[][] = [];
  const without: Piece[] = [];
  const fields: Query['fields'][number][] = [];
  const range: { from?: string; to?: string } = {};
  let join = false;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, sign, name, quoted, bare = ''] = match;
    if (whole === 'OR' || whole === '|') {
      join = clauses.length > 0;
      continue;
    }
    if (whole === 'AND') continue;
    const before = text[match.index - 1];
    const isFree = before === undefined || /\s/.test(before);
    const not = sign !== undefined && isFree;
    const field = name?.toLowerCase() ?? '';
    const value = quoted ?? bare;
    if ((field === 'from' || field === 'to') && DAY.test(value)) {
      range[field] = value;
      continue;
    }
    const known = QUERY_FIELDS.find((one) => one === field);
    if (known !== undefined && value !== '') {
      fields.push({ field: known, value, not });
      continue;
    }
    const typed = name === undefined ? value : `${name}:${value}`;
    const pieces = piecesOf(typed, quoted !== undefined);
    if (pieces.length === 0) continue;
    if (not) without.push(...pieces);
    else if (join) clauses.at(-1)?.push(...pieces);
    else clauses.push(...pieces.map((piece) => [piece]));
    join = false;
  }
  return { clauses, without, fields, ...range };
}

/** A quotation is one piece; of what is not quoted, each word is, and a hyphenated run is a phrase. */
function piecesOf(typed: string, quoted: boolean): Piece[] {
  const forms = wordsOf(typed).map(({ form }) => form);
  if (forms.length === 0) return [];
  return [{ typed: typed.trim(), forms, quoted }];
}
