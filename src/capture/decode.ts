import { guessEncodings } from './guess-encoding.ts';

/** Bytes read as text, and in which encoding. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** The encoding was inferred from the bytes; a person should look at the letters. */
  readonly guessed: boolean;
}

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How much likelier another encoding must be than the western one that is named, and how likely at all. */
const [TIMES, LEAST] = [3, 40];

/**
 * Reads bytes as text: by a byte-order mark, else as UTF-8 if it is, else by the encodings that header
 * and page name, else by the look of the bytes (https://encoding.spec.whatwg.org names the encodings).
 *
 * @param declared labels in the order in which they are to be believed
 */
export function decode(bytes: Uint8Array, declared: readonly (string | undefined)[] = []): Decoded {
  const mark = MARKS.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark) return { text: decodeAs(bytes, mark[0]) ?? '', encoding: mark[0], guessed: false };
  // Whoever saved a page may have written it anew as UTF-8 below its old declaration; text of another
  // encoding is not UTF-8 by chance.
  const first = bytes.some((byte) => byte >= 0x80) ? ['utf-8'] : hasEscapes(bytes) ? [ESCAPED] : [];
  for (const label of [...first, ...declared, 'utf-8']) {
    const text = label === undefined ? undefined : decodeAs(bytes, label, true);
    if (label === undefined || text === undefined) continue;
    const truer = isWestern(label) ? contradiction(bytes) : undefined;
    if (truer !== undefined) return { ...truer, guessed: true };
    return { text, encoding: label.toLowerCase(), guessed: false };
  }
  const named = declared.filter((label) => label !== undefined);
  for (const label of [...named, ...guessEncodings(bytes).map(({ name }) => name)]) {
    const text = decodeAs(bytes, label);
    if (text !== undefined) return { text, encoding: label.toLowerCase(), guessed: true };
  }
  return { text: decodeAs(bytes, 'windows-1252') ?? '', encoding: 'windows-1252', guessed: true };
}

const ESCAPED = 'iso-2022-jp';

/** Japanese in seven bits announces each change of letters; no other text holds these (RFC 1468). */
function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true;
  }
  return false;
}

/** What templates and servers name without looking; any bytes at all can be read as it. */
function isWestern(label: string): boolean {
  return new TextDecoder(label).encoding === 'windows-1252';
}

/** Text of a language that is not written in western letters, where the bytes plainly are such. */
function contradiction(bytes: Uint8Array): Omit<Decoded, 'guessed'> | undefined {
  if (!bytes.some((byte) => byte >= 0x80)) return undefined;
  const guesses = guessEncodings(bytes);
  const [best] = guesses;
  const western = guesses.find(({ name }) => name === 'windows-1252' || name === 'ISO-8859-1');
  if (best === undefined || best.likelihood < Math.max(LEAST, (western?.likelihood ?? 0) * TIMES))
    return undefined;
  const text = decodeAs(bytes, best.name, true);
  return text === undefined ? undefined : { text, encoding: best.name.toLowerCase() };
}

/** The encoding that a page names in its first 2,048 bytes, as a browser looks for it. */
export function declaredInPage(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1];
  // Who can read this declaration byte by byte is not reading UTF-16.
  return named !== undefined && /^utf-?16/i.test(named) ? 'utf-8' : named;
}

/** The charset of a Content-Type header. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?([\w:-]+)/i.exec(contentType ?? '')?.[1];
}

function decodeAs(bytes: Uint8Array, label: string, fatal = false): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
