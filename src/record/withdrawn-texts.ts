import { plainAddress } from '../model/plain-address.ts';
import {
  type Hashes,
  hashesOf,
  readTrace,
  sharedWithTrace,
  type Trace,
} from '../model/same-story/trace.ts';
import type { ArticleData } from '../model/schema/article.ts';
import { sha256 } from './hash.ts';

/** What is left of a withdrawn article, as far as it could be read. */
export interface Tombstone {
  readonly id: string;
  readonly file: string;
  readonly data: Partial<Pick<ArticleData, 'capture' | 'withdrawn' | 'url'>>;
}

/** What may be a withdrawn text again. */
export interface Suspect {
  readonly hash?: string | undefined;
  readonly addresses?: readonly (string | undefined)[];
  /** The text of the article. */
  readonly text?: readonly string[];
  /** What else stands in its capture. */
  readonly beside?: readonly string[];
}

/** By what a withdrawn text was known again. */
export interface Return {
  readonly tombstone: Tombstone;
  readonly by: 'capture' | 'address' | 'text';
  /** How much of the one text is in the other, 0 to 1, where it was known by its words. */
  readonly share?: number;
}

/** What is kept of an original address: it leads to the text, and is therefore not kept itself. */
export function addressKey(address: string | undefined): string | undefined {
  const plain = plainAddress(address);
  return plain === undefined ? undefined : sha256(plain);
}

/** Knows withdrawn captures, addresses and texts again, by what their tombstones keep of them. */
export class WithdrawnTexts {
  readonly #byCapture = new Map<string, Tombstone[]>();
  readonly #byAddress = new Map<string, Tombstone[]>();
  readonly #traces: { readonly tombstone: Tombstone; readonly trace: Trace }[] = [];
  /** Places in the list of traces, by each of their hashes. */
  readonly #bySequence = new Map<number, number[]>();
  readonly #bySentence = new Map<number, number[]>();

  constructor(tombstones: readonly Tombstone[]) {
    for (const tombstone of tombstones) {
      const { capture, withdrawn, url } = tombstone.data;
      for (const hash of [capture?.sha256, ...(withdrawn?.captures ?? [])]) {
        enter(this.#byCapture, hash, tombstone);
      }
      // Tombstones that were written by hand may have the address itself.
      for (const key of [addressKey(url), ...(withdrawn?.addresses ?? [])]) {
        enter(this.#byAddress, key, tombstone);
      }
      const trace = readTrace(withdrawn?.trace ?? '');
      if (trace === undefined) continue;
      const at = this.#traces.length;
      for (const hash of trace.sequences) enter(this.#bySequence, hash, at);
      for (const hash of trace.sentences) enter(this.#bySentence, hash, at);
      this.#traces.push({ tombstone, trace });
    }
  }

  /** Whether there is nothing that could be known again. */
  get isEmpty(): boolean {
    return this.#byCapture.size + this.#byAddress.size + this.#traces.length === 0;
  }

  /** Whether texts can be known by their words. */
  get hasTraces(): boolean {
    return this.#traces.length > 0;
  }

  /** @returns each tombstone once, with the surest sign by which it was known */
  find({ hash, addresses = [], text = [], beside = [] }: Suspect): Return[] {
    const found = new Map<string, Return>();
    const tell = (one: Return) => {
      if (!found.has(one.tombstone.id)) found.set(one.tombstone.id, one);
    };
    for (const tombstone of this.#byCapture.get(hash ?? '') ?? []) {
      tell({ tombstone, by: 'capture' });
    }
    for (const address of addresses) {
      for (const tombstone of this.#byAddress.get(addressKey(address) ?? '') ?? []) {
        tell({ tombstone, by: 'address' });
      }
    }
    if (this.hasTraces) {
      const own = hashesOf(text);
      const whole = beside.length === 0 ? own : hashesOf([...text, ...beside]);
      for (const place of this.#placesIn(whole)) {
        const { tombstone, trace } = this.#traces[place] ?? {};
        if (tombstone === undefined || trace === undefined) continue;
        const share = Math.max(sharedWithTrace(trace, own), sharedWithTrace(trace, whole));
        if (share > 0) tell({ tombstone, by: 'text', share });
      }
    }
    return [...found.values()];
  }

  /** Traces that have anything in common with a text. */
  #placesIn({ sequences, sentences }: Hashes): Set<number> {
    const places = new Set<number>();
    for (const hash of sequences) {
      for (const place of this.#bySequence.get(hash) ?? []) places.add(place);
    }
    for (const hash of sentences) {
      for (const place of this.#bySentence.get(hash) ?? []) places.add(place);
    }
    return places;
  }
}

function enter<Key, Value>(map: Map<Key, Value[]>, key: Key | undefined, value: Value): void {
  if (key === undefined) return;
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** By what it was known, when it was withdrawn and why, in words for the keeper. */
export function returnWords({ tombstone: { id, data }, by, share = 0 }: Return): string {
  const sign = {
    capture: 'its capture is the one',
    address: 'its original address is that',
    text: `its text is nearly the same (${Math.round(share * 100)} %) as that`,
  }[by];
  const { date = 'an unknown day', reason } = data.withdrawn ?? {};
  const why = reason === undefined ? '' : `: “${reason}”`;
  return `${sign} of articles/${id}, which was withdrawn on ${date}${why}`;
}
