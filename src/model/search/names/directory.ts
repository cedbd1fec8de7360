import { fold } from '../text/fold.ts';
import { foldedWords } from '../text/words.ts';
import { editsAllowed, editsWithin } from './edits.ts';
import { isInitials, type NameRecord } from './records.ts';

/** A run of typed words that is a spelling of one or several records. */
export interface NameFound {
  readonly start: number;
  readonly length: number;
  /** Numbers of the records. */
  readonly records: readonly number[];
  /** The spelling it was read as, where the typed letters differ from every spelling. */
  readonly readAs?: string;
}

/** One typed word, for the directory. */
export interface TypedWord {
  readonly typed: string;
  readonly form: string;
  /** Whether an article holds it; a word that none holds may be a misspelling. */
  readonly isKnown: boolean;
}

const SINGLE: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'e',
  œ: 'e',
  þ: 't',
  Æ: 'e',
  Œ: 'e',
  Þ: 't',
};
const DOUBLE = /[ßæœþÆŒÞ]/g;

function singleLetters(text: string): string {
  return text.replace(DOUBLE, (letter) => SINGLE[letter] ?? letter);
}

/** Finds records by any of their spellings, and by spellings with slips of the pen. */
export class NameDirectory {
  readonly records: readonly NameRecord[];
  readonly #byKey = new Map<string, number>();
  readonly #bySpelling = new Map<string, number[]>();
  readonly #initials = new Map<string, number[]>();
  #longest = 1;

  constructor(records: readonly NameRecord[]) {
    this.records = records;
    for (const [number, record] of records.entries()) {
      this.#byKey.set(`${record.kind}/${record.id}`, number);
      for (const spelling of record.spellings) this.#add(spelling, number);
    }
  }

  #add(spelling: string, number: number): void {
    const folded = foldedWords(spelling);
    if (folded === '') return;
    const map = isInitials(spelling) ? this.#initials : this.#bySpelling;
    const key = map === this.#initials ? spelling.replaceAll('.', '') : folded;
    const list = map.get(key) ?? [];
    if (!list.includes(number)) map.set(key, [...list, number]);
    // A letter that is folded to two is one letter for those who leave it out.
    const single = foldedWords(singleLetters(spelling));
    if (single !== folded && !this.#bySpelling.has(single)) this.#bySpelling.set(single, [number]);
    this.#longest = Math.max(this.#longest, folded.split(' ').length);
  }

  /** Records with exactly this spelling, and those of other kinds with the same main name. */
  exactly(typed: string): readonly number[] {
    const folded = foldedWords(typed);
    return this.#withTwins([
      ...(this.#bySpelling.get(folded) ?? []),
      ...(this.#initials.get(typed.replaceAll('.', '').trim()) ?? []),
    ]);
  }

  /** The record that an address names, `people/alexander-lukashenko`. */
  record(key: string): number | undefined {
    return this.#byKey.get(key);
  }

  /**
   * The names in a row of typed words. Longer ones go before shorter ones, and a longer one with a
   * slip before a shorter one without, if an article holds not all of its words.
   */
  find(words: readonly TypedWord[]): NameFound[] {
    const taken = new Array<boolean>(words.length).fill(false);
    const found: NameFound[] = [];
    const take = (name: NameFound | undefined) => {
      if (name === undefined) return;
      taken.fill(true, name.start, name.start + name.length);
      found.push(name);
    };
    const isFree = (start: number, length: number) =>
      !taken.slice(start, start + length).includes(true);
    for (let length = Math.min(this.#longest, words.length); length > 0; length--) {
      for (const slips of [false, true]) {
        for (let start = 0; start + length <= words.length; start++) {
          if (!isFree(start, length)) continue;
          const run = words.slice(start, start + length);
          take(slips ? this.#withSlips(run, start) : this.#exact(run, start));
        }
      }
    }
    return found.sort((a, b) => a.start - b.start);
  }

  #exact(run: readonly TypedWord[], start: number): NameFound | undefined {
    const records = this.exactly(run.map(({ typed }) => typed).join(' '));
    return records.length > 0 ? { start, length: run.length, records } : undefined;
  }

  #withSlips(run: readonly TypedWord[], start: number): NameFound | undefined {
    const typed = run.map(({ form }) => form).join(' ');
    // A letter may have been dropped.
    const allowed = editsAllowed(typed.length + 1);
    const isKnown = run.every((word) => word.isKnown);
    // What articles hold is meant as it stands, unless it is all but the whole of a longer name.
    const most = isKnown ? (run.length > 1 && typed.length > 7 ? 1 : 0) : allowed;
    if (most === 0) return undefined;
    // Of several words each stands for one of the name: "Medvedev gas" is not "Medvedevas".
    const count = run.length > 1 ? run.length : undefined;
    const nearest = this.nearest(typed, most, count) ?? this.#nearestOfSingle(run, most);
    return nearest && { start, length: run.length, ...nearest };
  }

  /** A slip beside a letter that is folded to two ("Rßuland") is one slip, with the letter taken for one. */
  #nearestOfSingle(run: readonly TypedWord[], most: number): ReturnType<NameDirectory['nearest']> {
    const typed = run.map((word) => word.typed).join(' ');
    const single = singleLetters(typed);
    return single === typed ? undefined : this.nearest(foldedWords(single), most);
  }

  /**
   * The records whose spelling is nearest to a folded one.
   *
   * @param most edits that are allowed for
   * @param count words that the spelling must have
   */
  nearest(
    typed: string,
    most: number,
    count?: number,
  ): { records: readonly number[]; readAs: string } | undefined {
    let best: string | undefined;
    let edits = most + 1;
    for (const spelling of this.#bySpelling.keys()) {
      if (spelling.length < 5) continue;
      if (count !== undefined && spelling.split(' ').length !== count) continue;
      const distance = editsWithin(typed, spelling, Math.min(edits, editsAllowed(spelling.length)));
      if (distance > Math.min(most, editsAllowed(spelling.length))) continue;
      const isBetter =
        distance < edits ||
        (distance === edits && spelling[0] === typed[0] && best?.[0] !== typed[0]);
      if (isBetter) [best, edits] = [spelling, distance];
    }
    if (best === undefined) return undefined;
    const records = this.#withTwins(this.#bySpelling.get(best) ?? []);
    const folded = best;
    const readAs =
      records
        .flatMap((number) => this.records[number]?.spellings ?? [])
        .find((spelling) =>
          [spelling, singleLetters(spelling)].some((one) => foldedWords(one) === folded),
        ) ?? best;
    return { records, readAs };
  }

  /** Records one of whose spellings begins with what is typed, for suggestions. */
  beginningWith(typed: string, most: number): { record: NameRecord; spelling: string }[] {
    const start = fold(typed).trim();
    const found: { record: NameRecord; spelling: string }[] = [];
    if (start === '') return found;
    for (const record of this.records) {
      const spelling = record.spellings.find((one) => {
        const folded = fold(one);
        return folded.startsWith(start) || folded.includes(` ${start}`);
      });
      if (spelling !== undefined) found.push({ record, spelling });
      if (found.length >= most) break;
    }
    return found;
  }

  #withTwins(numbers: readonly number[]): number[] {
    const all = new Set(numbers);
    for (const number of numbers) {
      for (const twin of this.records[number]?.twins ?? []) {
        const other = this.#byKey.get(twin);
        if (other !== undefined) all.add(other);
      }
    }
    return [...all].sort((a, b) => a - b);
  }
}
