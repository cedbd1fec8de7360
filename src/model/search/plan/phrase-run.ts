import { wordsOf } from '../text/words.ts';

/** Folded words that may stand at a step of a phrase: a word's forms, a name's spellings. */
export type StepForms = readonly (readonly string[])[];

/**
 * Finds how a phrase stands in a text, as typed if it does so anywhere.
 *
 * @param typed its folded words
 * @param passages of the article, its title among them
 * @returns the words as they are compared; undefined where it is in none
 */
export function phraseAsFound(
  typed: readonly string[],
  steps: readonly StepForms[],
  passages: readonly string[],
): string | undefined {
  const texts = passages.map((passage) => wordsOf(passage).map(({ form }) => form));
  return firstRun([[typed]], texts) ?? firstRun(steps, texts);
}

function firstRun(
  steps: readonly StepForms[],
  texts: readonly (readonly string[])[],
): string | undefined {
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const end = endOf(steps, text, at);
      if (end !== undefined) return text.slice(at, end).join(' ');
    }
  }
  return undefined;
}

function endOf(
  [first, ...rest]: readonly StepForms[],
  text: readonly string[],
  at: number,
): number | undefined {
  if (first === undefined) return at;
  for (const run of first) {
    if (!run.every((form, step) => text[at + step] === form)) continue;
    const end = endOf(rest, text, at + run.length);
    if (end !== undefined) return end;
  }
  return undefined;
}
