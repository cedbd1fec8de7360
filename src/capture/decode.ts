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

/**
 * Reads bytes as text: by a byte-order mark, else by the encodings that header and page name, else as
 * UTF-8 if it is, else by the look of the bytes (https://encoding.spec.whatwg.org names the encodings).
 *
 * @param declared labels in the order in which they are to be believed
 */
export function decode(bytes: Uint8Array, declared: readonly (string | undefined)[] = []): Decoded {
  const mark = MARKS.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark) return { text: decodeAs(bytes, mark[0]) ?? '', encoding: mark[0], guessed: false };
  // Whoever saved a page may have written it anew as UTF-8 below its old declaration; text of another
  // encoding is not UTF-8 by chance.
  if (bytes.some((byte) => byte >= 0x80)) {
    const utf8 = decodeAs(bytes, 'utf-8', true);
    if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', guessed: false };
  }
  for (const label of declared) {
    if (label === undefined) continue;
    const strict = decodeAs(bytes, label, true);
    if (strict !== undefined)
      return { text: strict, encoding: label.toLowerCase(), guessed: false };
  }
  const utf8 = decodeAs(bytes, 'utf-8', true);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', guessed: false };
  const label = declared.find((name) => name !== undefined && decodeAs(bytes, name) !== undefined);
  const encoding = label ?? guess(bytes);
  return { text: decodeAs(bytes, encoding) ?? '', encoding, guessed: true };
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

/** Cyrillic text in a legacy encoding is mostly high bytes, western text has few. */
function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536);
  let [high, letters, upperHalf, lowerHalf] = [0, 0, 0, 0];
  for (const byte of sample) {
    if (byte >= 0xc0) high++;
    if (byte >= 0xe0) upperHalf++;
    else if (byte >= 0xc0) lowerHalf++;
    if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) letters++;
  }
  if (high < letters) return 'windows-1252';
  // Small letters, which are most of a text, stand in opposite halves of the two encodings.
  return lowerHalf > upperHalf ? 'koi8-r' : 'windows-1251';
}
