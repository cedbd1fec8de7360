import { wordsOf } from '../../compile/passage.ts';
import type { ArticleEntry } from '../../record/types.ts';
import type { Proposal } from './proposal.ts';

/** Share of common word sequences from which two texts are the same story. */
const SAME_STORY = 0.5;
/** Hashes kept of each text; the error of an estimate from so many is about a tenth. */
const SKETCH = 96;

/** The least hashes of a text's sequences of four words: texts alike have them in common (bottom-k sketch). */
type Sketch = readonly number[];

/** Knows what stands in the archive already, by capture, by address and by text. */
export class Duplicates {
  readonly #articles: ArticleEntry[];
  readonly #sketches = new Map<string, Sketch>();

  constructor(articles: readonly ArticleEntry[]) {
    this.#articles = [...articles];
  }

  add(article: ArticleEntry): void {
    this.#articles.push(article);
  }

  /** A warning for each article that the proposal repeats. */
  warnings(proposal: Proposal, hash: string): string[] {
    const sketch = sketchOf(proposal.passages.flatMap(wordsOf).join(' '));
    const address = plainAddress(proposal.url);
    return this.#articles.flatMap((article) => {
      const { id, data } = article;
      if (data.capture.sha256 === hash)
        return data.access === 'withdrawn'
          ? [`Withdrawn: this capture was taken down as articles/${id}. Do not keep it.`]
          : [`Duplicate: the same capture is in the archive as articles/${id}.`];
      if (address !== undefined && plainAddress(data.url) === address) {
        return [`Duplicate: articles/${id} has the same original address.`];
      }
      const alike = likeness(sketch, this.#sketchOf(article));
      if (alike < SAME_STORY) return [];
      const percent = Math.round(alike * 100);
      return data.outlet === proposal.outlet
        ? [`Duplicate: articles/${id} has nearly the same text (${percent} %).`]
        : [
            `Also carried by ${data.outlet}: articles/${id} has nearly the same text (${percent} %).`,
          ];
    });
  }

  #sketchOf({ id, body }: ArticleEntry): Sketch {
    let sketch = this.#sketches.get(id);
    if (sketch === undefined) {
      sketch = sketchOf(body.blocks.map(({ text }) => text).join(' '));
      this.#sketches.set(id, sketch);
    }
    return sketch;
  }
}

/** @internal exported for its test */
export function sketchOf(text: string): Sketch {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + 4 <= words.length; at++)
    hashes.add(hash(words.slice(at, at + 4).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** Estimated share of the sequences of both texts that they have in common, 0 to 1. */
export function likeness(a: Sketch, b: Sketch): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [inA, inB] = [new Set(a), new Set(b)];
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH);
  return union.filter((value) => inA.has(value) && inB.has(value)).length / union.length;
}

/** FNV-1a, 32 bits, with its bits mixed so that the least values are a fair sample. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** An address without what differs between links to the same page. */
function plainAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_.*|fbclid|gclid|ref|source)$/i.test(name)) url.searchParams.delete(name);
  }
  return `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`;
}
