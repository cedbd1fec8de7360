import type { StoredArticle } from '../../src/model/search/files/head.ts';
import type { Library } from '../../src/model/search/plan/library.ts';
import { wordsOf } from '../../src/model/search/text/words.ts';

/** A query made of an article, which should bring that article back. */
export interface KnownItem {
  readonly doc: number;
  readonly words: readonly string[];
}

/** Words of the beginning of a text that are drawn from. */
const LEAD = 40;

/** A small generator of pseudo-random numbers (Lehmer's), so that every run asks the same. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** The five rarest words of the lead, in the order of the text. */
export async function knownItem(
  doc: number,
  { text }: StoredArticle,
  library: Library,
): Promise<KnownItem> {
  const lead = wordsOf(text.join(' ')).slice(0, LEAD);
  const forms = [...new Set(lead.map(({ form }) => form))].filter(
    (form) => form.length > 3 && !library.stopWords.has(form) && !/\d/.test(form),
  );
  const counted = await Promise.all(
    forms.map(async (form, at) => ({
      form,
      at,
      docs: (await library.term(form))?.term.docs.length ?? 0,
    })),
  );
  counted.sort((a, b) => a.docs - b.docs || a.at - b.at);
  const five = counted.slice(0, 5).sort((a, b) => a.at - b.at);
  return { doc, words: five.map(({ form }) => form) };
}

/** The same query with two neighbouring letters of its longest word exchanged. */
export function withTypo({ doc, words }: KnownItem, draw: (below: number) => number): KnownItem {
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
  const at = 1 + draw(Math.max(1, longest.length - 2));
  const typo = `${longest.slice(0, at)}${longest[at + 1] ?? ''}${longest[at] ?? ''}${longest.slice(at + 2)}`;
  return { doc, words: words.map((word) => (word === longest ? typo : word)) };
}
