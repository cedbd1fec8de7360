import { IN_LEAD, IN_TITLE } from '../../model/search/files/terms.ts';
import { type NameRecord, recordForm } from '../../model/search/names/records.ts';
import { foldedWords, type Word, wordsOf } from '../../model/search/text/words.ts';
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
  const names = records.map((r) => new TermGatherer([recordForm(r), r.name]));
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
    const mentions: { mention: NameMention; form: string; place: number; field: number }[] = [];
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
        mentions.push({
          mention,
          form: asWritten(mention, text, found, records),
          place: at,
          field: fieldAt(at),
        });
      }
      lengths[doc] = (lengths[doc] ?? 0) + found.length;
      place += found.length + GAP;
    }
    for (const { mention, form, place, field } of mentions) {
      const packed = place * 4 + Math.min(mention.length, 4) - 1;
      names[mention.record]?.addForm(form, { doc, place: packed, field });
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

/** The spelling of a name that stands in a text, or, where it has another ending there, what stands there. */
function asWritten(
  { record, spelling, word, length }: NameMention,
  text: string,
  words: readonly Word[],
  records: readonly NameRecord[],
): string {
  const spelled = records[record]?.spellings[spelling] ?? '';
  const run = words.slice(word, word + length);
  if (run.map(({ form }) => form).join(' ') === foldedWords(spelled)) return spelled;
  return text.slice(run[0]?.start, run.at(-1)?.end).replace(/\s+/g, ' ');
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
