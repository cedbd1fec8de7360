import { IN_LEAD, IN_TITLE } from '../../model/search/files/terms.ts';
import { type NameRecord, recordForm } from '../../model/search/names/records.ts';
import { wordsOf } from '../../model/search/text/words.ts';
import { type PlacedTerm, TermGatherer } from './gather.ts';
import { type NameMention, nameFinder } from './mentions.ts';
import type { StemOf } from './stems.ts';

/** Words at the beginning of a text that count as its lead. */
const LEAD = 40;

/** Empty places between passages, so that no phrase is found across them. */
const GAP = 4;

/** What is indexed of an article. */
export interface IndexedText {
  readonly title: string;
  readonly passages: readonly string[];
  readonly language: string;
  /** Numbers of the records it is catalogued under. */
  readonly records: readonly number[];
}

/** What the words of an archive come to. */
export interface WordIndex {
  readonly terms: readonly PlacedTerm[];
  /** Words in each article. */
  readonly lengths: Uint32Array;
  /** How often each form begins with a capital, and how often it stands at all. */
  readonly forms: ReadonlyMap<string, { capital: number; all: number; docs: number }>;
}

/** Indexes articles in the order of their numbers. */
export function indexWords(
  texts: readonly IndexedText[],
  records: readonly NameRecord[],
  stemOf: StemOf,
): WordIndex {
  const words = new Map<string, TermGatherer>();
  const names = records.map((r) => new TermGatherer([recordForm(r), ...r.spellings]));
  const finders = new Map<string, ReturnType<typeof nameFinder>>();
  const forms = new Map<string, { capital: number; all: number; docs: number; last: number }>();
  const lengths = new Uint32Array(texts.length);

  // A form has one stem in all languages, that of the first text that has it: one word that is typed
  // leads to one term.
  const stems = new Map<string, string>();

  for (const [doc, { title, passages, language, records: listed }] of texts.entries()) {
    const stem = (form: string) => {
      let known = stems.get(form);
      if (known === undefined) {
        known = stemOf(form, language);
        stems.set(form, known);
      }
      return known;
    };
    const find = finders.get(language) ?? nameFinder(records, stem);
    finders.set(language, find);
    const mentions: { mention: NameMention; place: number; field: number }[] = [];
    let place = 0;
    for (const [passage, text] of [title, ...passages].entries()) {
      const found = wordsOf(text);
      const tells = tellsNames(text);
      const fieldAt = (at: number) => (passage === 0 ? IN_TITLE : at < LEAD ? IN_LEAD : 0);
      for (const [at, { form, start }] of found.entries()) {
        const key = stem(form);
        const term = words.get(key) ?? new TermGatherer();
        words.set(key, term);
        term.addForm(form, { doc, place: place + at, field: fieldAt(place + at) });
        const isInside = at > 0 && tells;
        const hasCapital = isInside && /^\p{Lu}/u.test(text.slice(start, start + 2));
        count(forms, form, doc, hasCapital, isInside);
      }
      for (const mention of find(text, found)) {
        const at = place + mention.word;
        mentions.push({ mention, place: at, field: fieldAt(at) });
      }
      lengths[doc] = (lengths[doc] ?? 0) + found.length;
      place += found.length + GAP;
    }
    for (const { mention, place, field } of mentions) {
      const packed = place * 4 + Math.min(mention.length, 4) - 1;
      names[mention.record]?.add(mention.spelling + 1, { doc, place: packed, field });
    }
    for (const record of listed) names[record]?.list(doc);
  }
  return {
    terms: [...names, ...words.values()]
      .map((gatherer) => gatherer.finish())
      .filter(({ term }) => term.docs.length > 0),
    lengths,
    forms,
  };
}

/** Whether capitals tell names in a passage: not where all of it stands in them, as wires set headlines. */
function tellsNames(text: string): boolean {
  return (text.match(/\p{Ll}/gu)?.length ?? 0) > (text.match(/\p{Lu}/gu)?.length ?? 0);
}

function count(
  forms: Map<string, { capital: number; all: number; docs: number; last: number }>,
  form: string,
  doc: number,
  capital: boolean,
  inside: boolean,
): void {
  const entry = forms.get(form) ?? { capital: 0, all: 0, docs: 0, last: -1 };
  forms.set(form, entry);
  if (inside) entry.all++;
  if (capital) entry.capital++;
  if (entry.last !== doc) {
    entry.docs++;
    entry.last = doc;
  }
}
