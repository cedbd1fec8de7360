/**
 * The offline edition: pages opened from a disk may load scripts beside them and nothing else, so
 * what the site would fetch stands in scripts, which this module names for both who write and who read.
 */

/** What a script of files hands over: texts as they are, bytes in base64, by address. */
export type PackedFiles = Readonly<Record<string, string | { readonly base64: string }>>;

/** Name of the function that scripts of files call. */
export const RECEIVER = 'pressmarkFiles';

/** Articles, more or less, whose citations share a script. */
const SHARED_BY = 50;

/** How many scripts the citations of an archive are spread over. */
export function packCount(articles: number): number {
  return Math.max(1, Math.ceil(articles / SHARED_BY));
}

/**
 * Address of the script that holds a file; undefined where no page fetches such a file.
 *
 * @param address from the root of the site
 * @param packs as {@link packCount} gives it
 */
export function packOf(address: string, packs: number): string | undefined {
  if (/^\/search\/[\w-]+\.bin$/.test(address)) return address.replace(/bin$/, 'js');
  if (/^\/data\/articles\.(?:bib|ris|csv|csl\.json)$/.test(address)) {
    return `/offline${address}.js`;
  }
  const id = /^\/articles\/(\d{4}\/[a-z0-9-]+)\.(?:txt|bib|ris|json)$/.exec(address)?.[1];
  return id === undefined ? undefined : `/offline/citations-${hash(id) % packs}.js`;
}

/** FNV-1a, 32 bits, of ASCII text. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) {
    value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}
