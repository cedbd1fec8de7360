import { fold } from '../../model/search/text/fold.ts';
import type { Kept } from './kept-file.ts';
import { learnStems } from './learn-stems.ts';
import { Numbered } from './numbered.ts';
import type { UsedWords } from './stems.ts';
import type { WordTable } from './word-table.ts';

/** What is known of the words of a language, by their numbers. */
interface OfLanguage {
  /** Number of the stem and one; 0 where Pagefind has not been asked. */
  stems: Uint32Array;
  /** Letters that the stem shares with the form, and one; 0 where it can't be its stem. */
  shared: Uint8Array;
}

const NONE = { stems: new Uint32Array(), shared: new Uint8Array() };

/** Stems that Pagefind gave to words, remembered from build to build. */
export class WordStems {
  readonly #stems: Numbered;
  readonly #languages = new Map<string, OfLanguage>();

  /** @param kept as {@link pack} gave it */
  constructor(kept?: Kept) {
    this.#stems = new Numbered(kept?.get('stems') as string[] | undefined);
    for (const language of (kept?.get('stems.languages') ?? []) as string[]) {
      this.#languages.set(language, {
        stems: kept?.get(`stems.${language}`) as Uint32Array,
        shared: kept?.get(`stems.${language}.shared`) as Uint8Array,
      });
    }
  }

  /** Asks Pagefind for the stems of words that it has not been asked for. */
  async learn(used: UsedWords, table: WordTable): Promise<void> {
    const missing = new Map<string, number[]>();
    for (const [language, marks] of used) {
      const { stems } = this.#languages.get(language) ?? NONE;
      const words: number[] = [];
      for (let word = 0; word < marks.length; word++) {
        if (marks[word] === 1 && !stems[word]) words.push(word);
      }
      if (words.length > 0) missing.set(language, words);
    }
    const learned = await learnStems(
      new Map([...missing].map(([language, words]) => [language, plainsOf(words, table)])),
    );
    for (const [language, words] of missing) {
      const one = this.#ofLanguage(language, table.raws.texts.length);
      const formOf = table.formOf();
      for (const word of words) {
        const stem = fold(learned.get(language)?.get(table.plains[word] ?? '') ?? '');
        const form = table.forms.texts[formOf[word] ?? 0] ?? '';
        one.stems[word] = this.#stems.number(stem) + 1;
        one.shared[word] = likeness(form, stem);
      }
    }
  }

  /** Stem of a word that has one. */
  stem(word: number, language: string): string {
    const { stems } = this.#languages.get(language) ?? NONE;
    return this.#stems.texts[(stems[word] ?? 0) - 1] ?? '';
  }

  /** By word, how many letters its stem shares with its form, and one; 0 where it has none. */
  shared(language: string): Uint8Array {
    return (this.#languages.get(language) ?? NONE).shared;
  }

  pack(): Kept {
    return new Map<string, Uint32Array | Uint8Array | readonly string[]>([
      ['stems', this.#stems.texts],
      ['stems.languages', [...this.#languages.keys()]],
      ...[...this.#languages].flatMap(([language, { stems, shared }]) => [
        [`stems.${language}`, stems] as const,
        [`stems.${language}.shared`, shared] as const,
      ]),
    ]);
  }

  #ofLanguage(language: string, words: number): OfLanguage {
    const before = this.#languages.get(language) ?? NONE;
    const now = { stems: new Uint32Array(words), shared: new Uint8Array(words) };
    now.stems.set(before.stems);
    now.shared.set(before.shared);
    this.#languages.set(language, now);
    return now;
  }
}

function plainsOf(words: readonly number[], { plains }: WordTable): string[] {
  return [...new Set(words.map((word) => plains[word] ?? ''))].sort();
}

/** Letters that a stem shares with the beginning of its form, and one; 0 where it can't be its stem. */
function likeness(form: string, stem: string): number {
  if (!/^[\p{L}\p{N}]+$/u.test(stem) || stem.length > form.length + 2) return 0;
  let shared = 0;
  while (shared < stem.length && stem[shared] === form[shared]) shared++;
  if (shared < stem.length - 1 || shared < Math.min(3, form.length)) return 0;
  return Math.min(shared + 1, 255);
}
