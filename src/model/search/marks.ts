import type { Part } from './plan/part.ts';
import type { StepForms } from './plan/phrase-run.ts';
import { type Word, wordsOf } from './text/words.ts';

/** Runs of folded words that are marked where they stand. */
export type MarkPatterns = ReadonlyMap<string, readonly (readonly string[])[]>;

/** A stretch of a text, marked or not. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

/** What to mark of the parts of a query: words in every form, names in every spelling. */
export function markPatterns(parts: readonly Part[]): MarkPatterns {
  const runs: string[][] = [];
  for (const { typed, evidence, steps } of parts) {
    if (steps !== undefined) runs.push(formsOf(typed), ...runsOf(steps));
    for (const { term } of evidence) {
      for (const form of term.forms) if (!form.startsWith('\u0001')) runs.push(formsOf(form));
    }
  }
  return patternsOf(runs);
}

/** Ways in which a phrase may stand that are marked; the first are those of its commonest forms. */
const WAYS = 64;

function runsOf(steps: readonly StepForms[]): string[][] {
  return steps.reduce<string[][]>(
    (ways, step) => ways.flatMap((way) => step.map((run) => [...way, ...run])).slice(0, WAYS),
    [[]],
  );
}

/** @param runs folded words each */
export function patternsOf(runs: readonly (readonly string[])[]): MarkPatterns {
  const patterns = new Map<string, (readonly string[])[]>();
  for (const run of runs) {
    const [first] = run;
    if (first === undefined) continue;
    const list = patterns.get(first) ?? [];
    list.push(run);
    patterns.set(first, list);
  }
  for (const list of patterns.values()) list.sort((a, b) => b.length - a.length);
  return patterns;
}

function formsOf(text: string): string[] {
  return wordsOf(text).map(({ form }) => form);
}

/** Stretches of words to be marked, as first and last word. */
export function findMarks(words: readonly Word[], patterns: MarkPatterns): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < words.length; at++) {
    const run = patterns
      .get(words[at]?.form ?? '')
      ?.find((one) => one.every((form, step) => words[at + step]?.form === form));
    const length = Math.max(run?.length ?? 0, tiedLength(words, at, patterns));
    if (length === 0) continue;
    found.push([at, at + length - 1]);
    at += length - 1;
  }
  return found;
}

/** How many words that hyphens tie together are marked as one from here on: "e-mail" for "email". */
function tiedLength(words: readonly Word[], at: number, patterns: MarkPatterns): number {
  if (!words[at]?.isTied || words[at - 1]?.isTied) return 0;
  let last = at;
  while (words[last]?.isTied && last + 1 < words.length) last++;
  const whole = words.slice(at, last + 1).reduce((text, { form }) => text + form, '');
  return patterns.get(whole)?.some(({ length }) => length === 1) ? last - at + 1 : 0;
}

/** A text cut where marks begin and end. */
export function markedStretches(text: string, patterns: MarkPatterns): Stretch[] {
  const words = wordsOf(text);
  return cut(text, 0, text.length, spansOf(words, findMarks(words, patterns)));
}

function spansOf(words: readonly Word[], marks: readonly [number, number][]): [number, number][] {
  return marks.map(([first, last]) => [words[first]?.start ?? 0, words[last]?.end ?? 0]);
}

function cut(
  text: string,
  start: number,
  end: number,
  spans: readonly [number, number][],
): Stretch[] {
  const stretches: Stretch[] = [];
  let at = start;
  for (const [from, to] of spans) {
    if (from < at || to > end) continue;
    if (from > at) stretches.push({ text: text.slice(at, from), marked: false });
    stretches.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < end) stretches.push({ text: text.slice(at, end), marked: false });
  return stretches;
}

/** Words of an excerpt. */
const EXCERPT = 36;

/** The stretch of an article's passages with the most different marks, in whole words. */
export function excerptOf(passages: readonly string[], patterns: MarkPatterns): Stretch[] {
  let best: { text: string; words: Word[]; marks: [number, number][]; first: number } | undefined;
  let most = 0;
  for (const text of passages) {
    const words = wordsOf(text);
    const marks = findMarks(words, patterns);
    for (const [from] of marks) {
      const inside = marks.filter(([a, b]) => a >= from && b < from + EXCERPT);
      const different = new Set(inside.map(([a]) => words[a]?.form)).size;
      const score = different * 10 + Math.min(inside.length, 9);
      if (score > most) [best, most] = [{ text, words, marks, first: from }, score];
    }
  }
  if (best === undefined) {
    const text = passages.find((one) => wordsOf(one).length > 12) ?? passages[0] ?? '';
    best = { text, words: wordsOf(text), marks: [], first: 0 };
  }
  const { text, words, marks } = best;
  const last = Math.min(words.length, Math.max(0, best.first - 8) + EXCERPT) - 1;
  const first = Math.max(0, last - EXCERPT + 1);
  const start = first === 0 ? 0 : (words[first]?.start ?? 0);
  const end = last === words.length - 1 ? text.length : (words[last]?.end ?? text.length);
  const stretches = cut(text, start, end, spansOf(words, marks));
  return [
    ...(start > 0 ? [{ text: '… ', marked: false }] : []),
    ...stretches,
    ...(end < text.length ? [{ text: ' …', marked: false }] : []),
  ];
}
