import { formBit, type Term } from '../files/terms.ts';
import type { Found } from '../rank/combine.ts';
import { wordsOf } from '../text/words.ts';
import { phraseAsFound, type StepForms } from './phrase-run.ts';

/** How a part of a query was read; told to the reader whenever it is not as typed. */
export type Reading =
  | { readonly kind: 'words' }
  | { readonly kind: 'name'; readonly records: readonly number[]; readonly readAs?: string }
  /** Misspelt, inflected, or spelled in another way: the words of the archive that it was read as. */
  | {
      readonly kind: 'corrected' | 'inflected' | 'sounds' | 'spellings';
      readonly as: readonly string[];
    }
  | { readonly kind: 'year' }
  | { readonly kind: 'nothing' };

/** A term as evidence for a hit: which of its forms are what was typed, and what the others stand for. */
export interface Evidence {
  readonly term: Term;
  /** Bits of the forms that were typed. */
  readonly typed: number;
  /** Whether the term is that of an authority record. */
  readonly isRecord: boolean;
  readonly isName: boolean;
}

/** A part of a query with what it finds. */
export interface Part {
  readonly typed: string;
  readonly reading: Reading;
  readonly found: Found;
  readonly evidence: readonly Evidence[];
  /** Of a phrase, what may stand at each of its steps. */
  readonly steps?: readonly StepForms[];
}

/** Why an article is a hit of a part. */
export type Reason =
  | { readonly kind: 'typed' }
  | { readonly kind: 'lacks'; readonly typed: string }
  | { readonly kind: 'dated'; readonly typed: string }
  | { readonly kind: 'holds'; readonly typed: string; readonly forms: readonly string[] }
  | { readonly kind: 'listed'; readonly typed: string; readonly name: string };

/** Spellings named as a reason at most. */
const MOST = 2;

/**
 * Why an article is found by a part of a query; "typed" where it holds what was typed.
 *
 * @param passages of the article with its title, in which a phrase is looked for
 */
export function reasonFor(part: Part, doc: number, passages: readonly string[] = []): Reason {
  const { typed, reading, found, evidence, steps } = part;
  if (indexOf(found.docs, doc) < 0) return { kind: 'lacks', typed };
  if (steps !== undefined) {
    const words = wordsOf(typed).map(({ form }) => form);
    const form = phraseAsFound(words, steps, passages) ?? words.join(' ');
    return form === words.join(' ') ? { kind: 'typed' } : { kind: 'holds', typed, forms: [form] };
  }
  const forms: string[] = [];
  let listed: string | undefined;
  for (const { term, typed: bits, isRecord } of evidence) {
    const at = indexOf(term.docs, doc);
    if (at < 0) continue;
    const mask = term.masks[at] ?? 0;
    if ((mask & bits) !== 0) return { kind: 'typed' };
    for (const [index, form] of term.forms.entries()) {
      if ((mask & formBit(index)) !== 0 && !form.startsWith('\u0001')) forms.push(form);
    }
    if (isRecord && mask === 0) listed ??= term.forms[1] ?? '';
  }
  if (forms.length > 0) return { kind: 'holds', typed, forms: [...new Set(forms)].slice(0, MOST) };
  if (listed !== undefined) return { kind: 'listed', typed, name: listed };
  return reading.kind === 'year' ? { kind: 'dated', typed } : { kind: 'typed' };
}

/** Place of a number in an ascending list; -1 where it is not there. */
export function indexOf(ascending: ArrayLike<number>, value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ascending[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
