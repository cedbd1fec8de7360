import { fold } from '../../model/search/text/fold.ts';
import { suffixStem } from '../../model/search/text/suffixes.ts';
import { wordsOf } from '../../model/search/text/words.ts';
import type { LanguageIndex } from './read-pagefind.ts';

/** Gives the stem of a form in a language; forms with one stem are found for each other. */
export type StemOf = (form: string, language: string) => string;

/** Places at which a form is looked up; one may be spoilt by marks that Pagefind keeps in a word. */
const SAMPLES = 3;

/**
 * Takes the stems from an index that Pagefind made: its stemmers know some thirty languages. Where it
 * has none (Ukrainian, Belarusian) endings are cut by our own list.
 *
 * @returns also how many of the forms were found in Pagefind's index, as a check of the format
 */
export function stemsOf(indexes: readonly LanguageIndex[]): { stemOf: StemOf; known: number } {
  const stems = new Map<string, Map<string, string>>();
  let [found, all] = [0, 0];
  for (const index of indexes) {
    const samples = sampleForms(index);
    const candidates = stemsAt(index, samples);
    const ofLanguage = new Map<string, string>();
    for (const [form, places] of samples) {
      const stem = bestStem(form, places, candidates);
      all++;
      if (stem === undefined) continue;
      found++;
      ofLanguage.set(form, stem);
    }
    stems.set(index.language, ofLanguage);
  }
  return {
    known: all === 0 ? 1 : found / all,
    stemOf(form, language) {
      const own = suffixStem(form, language);
      return own ?? stems.get(language.toLowerCase())?.get(form) ?? form;
    },
  };
}

/** Forms of an archive that must be found again in Pagefind's index. */
const LEAST_KNOWN = 0.5;

/** @throws Error when so few forms were found that Pagefind's format is no longer the one known here */
export function assertReadable(known: number): void {
  if (known >= LEAST_KNOWN) return;
  throw new Error(
    `Only ${(known * 100).toFixed(1)} % of the archive’s words were found again in the index that Pagefind wrote, so its format is not the one known here. Nothing was published. Install the version of Pagefind that package.json pins.`,
  );
}

const PLACES = 2 ** 20;

/** For each form some places where it is a whole word, as page times PLACES plus location. */
function sampleForms({ pages }: LanguageIndex): Map<string, number[]> {
  const samples = new Map<string, number[]>();
  const seen = new Map<string, number>();
  for (const [page, { content }] of pages.entries()) {
    for (const [location, raw] of content.split(/[^\S\uFEFF]+/).entries()) {
      // Most words of a text were seen before, and need not be taken apart again.
      const times = seen.get(raw) ?? 0;
      if (times >= SAMPLES) continue;
      seen.set(raw, times + 1);
      for (const { form } of wordsOf(raw)) {
        const places = samples.get(form) ?? [];
        if (places.length >= SAMPLES) continue;
        places.push(page * PLACES + location);
        samples.set(form, places);
      }
    }
  }
  return samples;
}

function stemsAt(
  index: LanguageIndex,
  samples: ReadonlyMap<string, readonly number[]>,
): Map<number, string[]> {
  const wanted = new Map<number, string[]>();
  for (const places of samples.values()) for (const place of places) wanted.set(place, []);
  for (const { stem, pages } of index.words()) {
    for (const { page, locations } of pages) {
      for (const location of locations) wanted.get(page * PLACES + location)?.push(stem);
    }
  }
  return wanted;
}

/** Of the stems at a form's places, the one that begins most like it and is made of letters alone. */
function bestStem(
  form: string,
  places: readonly number[],
  candidates: ReadonlyMap<number, readonly string[]>,
): string | undefined {
  let best: string | undefined;
  let most = Math.min(3, form.length) - 1;
  for (const stem of places.flatMap((place) => candidates.get(place) ?? [])) {
    const clean = fold(stem);
    if (!/^[\p{L}\p{N}]+$/u.test(clean) || clean.length > form.length + 2) continue;
    let shared = 0;
    while (shared < clean.length && clean[shared] === form[shared]) shared++;
    if (shared < clean.length - 1) continue;
    if (shared > most) [best, most] = [clean, shared];
  }
  return best;
}
