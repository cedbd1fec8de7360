import type { FormCounts } from './index-words.ts';
import type { StemOf } from './stems.ts';
import type { PrintedWord, WordTable } from './word-table.ts';

interface Form extends FormCounts {
  readonly term: number;
  /** Its place among the forms of its term; -1 until a text has it. */
  index: number;
}

/**
 * Numbers the terms of an archive: a term is a stem with all forms that have it. A form has one stem in
 * all languages, that of the first text that asks for it: one word that is typed leads to one term.
 */
export class TermNumbers {
  /** Forms of each term, in the order in which texts have them. */
  readonly forms: string[][] = [];
  readonly #table: WordTable;
  readonly #stemOf: StemOf;
  readonly #terms = new Map<string, number>();
  readonly #byForm = new Map<string, Form>();
  readonly #byWord: Form[] = [];

  constructor(table: WordTable, stemOf: StemOf) {
    this.#table = table;
    this.#stemOf = stemOf;
  }

  /** Term of a word of the table. */
  ofWord(word: number, language: string): number {
    let form = this.#byWord[word];
    if (form === undefined) {
      form = this.#form((this.#table.words[word] as PrintedWord).form, language);
      this.#byWord[word] = form;
    }
    if (form.index < 0) form.index = (this.forms[form.term]?.push(form.form) ?? 1) - 1;
    return form.term;
  }

  /** Term of a form, whether or not a text has it. */
  ofForm(form: string, language: string): number {
    return this.#form(form, language).term;
  }

  /** Place of a word's form among the forms of its term; the term must have been asked for. */
  formOf(word: number): number {
    return this.#byWord[word]?.index ?? 0;
  }

  /** Counts a word. @param inside whether another stands before it in its passage */
  count(word: number, doc: number, inside: boolean): void {
    const form = this.#byWord[word];
    if (form === undefined) return;
    if (inside) form.all++;
    if (inside && this.#table.words[word]?.capital) form.capital++;
    if (form.last === doc) return;
    form.docs++;
    form.last = doc;
  }

  /** Counts of every form that a text has. */
  counts(): Map<string, FormCounts> {
    return new Map([...this.#byForm].filter(([, { index }]) => index >= 0));
  }

  #form(form: string, language: string): Form {
    let known = this.#byForm.get(form);
    if (known === undefined) {
      const stem = this.#stemOf(form, language);
      const term = this.#terms.get(stem) ?? this.forms.push([]) - 1;
      this.#terms.set(stem, term);
      known = { form, term, index: -1, capital: 0, all: 0, docs: 0, last: -1 };
      this.#byForm.set(form, known);
    }
    return known;
  }
}
