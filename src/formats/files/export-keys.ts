import type { ExportedArticle, HoldingsToExport } from '../reference/holdings.ts';
import { namesInByline } from '../reference/names.ts';

/** Shortens what something is made from, in hexadecimal, 16 digits at least. */
export type Digest = (data: string | Uint8Array) => string;

/** What files are made from, in short: equal keys, equal files. Articles go by their numbers. */
export interface ExportKeys {
  /** Of a list of articles, with what else its file says. */
  readonly list: (numbers: Numbers, also?: string) => string;
  readonly article: (number: number) => string;
  readonly digest: Digest;
}

/** Numbers of articles, in the order of a list; `all` in that of the archive. */
export type Numbers = readonly number[] | 'all';

/** Makes the keys of an archive, each once. */
export function exportKeys(
  { articles, organisations }: HoldingsToExport,
  digest: Digest,
): ExportKeys {
  const authorsOf = authorsKey(organisations);
  let kept: Uint32Array | undefined;
  const all = (): Uint32Array => {
    if (kept === undefined) {
      kept = new Uint32Array(articles.length * 2);
      for (const [number, article] of articles.entries()) {
        kept.set(wordsOf(digest(sayings(article, authorsOf(article)))), 2 * number);
      }
    }
    return kept;
  };
  const words = (numbers: Numbers): Uint32Array => {
    const from = all();
    if (numbers === 'all') return from;
    const to = new Uint32Array(numbers.length * 2);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      to[2 * at] = from[2 * number] ?? 0;
      to[2 * at + 1] = from[2 * number + 1] ?? 0;
    }
    return to;
  };
  return {
    digest,
    list: (numbers, also) => digestOf(words(numbers), digest, also),
    article: (number) => `${all()[2 * number]} ${all()[2 * number + 1]}`,
  };
}

/** Digest of words, with a text. */
function digestOf(words: Uint32Array, digest: Digest, also?: string): string {
  const all = digest(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  return also === undefined
    ? all
    : digest(`${also}
${all}`);
}

/** Two words of 32 bits from the beginning of a digest in hexadecimal. */
function wordsOf(hex: string): [number, number] {
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16)];
}

function sayings(article: ExportedArticle, authors: string): string {
  const { id, digest, language, outlet, sources, people, places, topics } = article;
  const names = [sources, people, places, topics].map((list) => list.join('\n')).join('\n');
  return `${id}\n${digest}\n${language}\n${authors}\n${outlet}\n${names}`;
}

/** Who wrote an article turns on which names are those of organisations; bylines come again and again. */
function authorsKey(organisations: ReadonlySet<string>): (article: ExportedArticle) => string {
  const kept = new Map<string, string>();
  return ({ data: { byline }, language }) => {
    if (byline === undefined) return '';
    const of = `${language}\n${byline}`;
    let key = kept.get(of);
    if (key === undefined) {
      key = JSON.stringify(namesInByline(byline, organisations, language));
      kept.set(of, key);
    }
    return key;
  };
}
