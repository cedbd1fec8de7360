import { gunzipSync } from 'node:zlib';
import { zipEntries } from './zip-entries.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
};

/** Packed files in packed files, as deep as they are looked into. */
const DEEPEST = 3;
/** Longer files that are no UTF-8 are pictures and indexes, not pages in an old encoding. */
const LONGEST_PAGE = 1 << 23;
/** What pages were written in before UTF-8, as far as a script is common in the press. */
const LEGACY = ['windows-1251', 'koi8-r', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1256'];

/**
 * Every text that may stand in a file of the record, of a site, of a cache or of a version history, as it would be read:
 * packed files unpacked, in the encodings that programs of ours write and that pages are saved in, escapes of HTML, JSON
 * and mail undone, and a second time without tags. It is read for its words alone.
 */
export function* textsOf(bytes: Uint8Array, depth = 0): Generator<string> {
  const plain = unpacked(bytes);
  if (depth < DEEPEST) {
    for (const entry of zipEntries(plain)) yield* textsOf(entry, depth + 1);
  }
  const utf8 = Buffer.from(plain).toString('utf8');
  yield* readings(utf8);
  // Strings of V8's serialization, as caches have them, are Latin-1 or UTF-16.
  if (utf8.includes('\u0000') || utf8.includes('\uFFFD')) {
    yield Buffer.from(plain).toString('latin1');
    yield* readings(Buffer.from(plain).toString('utf16le'));
    yield Buffer.from(plain.subarray(1)).toString('utf16le');
  }
  if (utf8.includes('\uFFFD') && plain.length < LONGEST_PAGE && !plain.includes(0)) {
    for (const encoding of new Set([...declaredIn(plain), ...LEGACY])) {
      yield* readings(new TextDecoder(encoding).decode(plain));
    }
  }
  for (const [, packed = ''] of utf8.matchAll(/"base64":"([A-Za-z\d+/=]+)"/g)) {
    yield* textsOf(Buffer.from(packed, 'base64'), depth);
  }
  if (/content-transfer-encoding:/i.test(utf8)) yield* partsOfMail(utf8, depth);
}

function* readings(text: string): Generator<string> {
  yield unescaped(text);
  yield unescaped(text.replace(/<[^<>]*>/g, ' '));
}

/** The encoding that a page names, if there is one of that name. */
function declaredIn(bytes: Uint8Array): string[] {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const label = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? '';
  try {
    return [new TextDecoder(label).encoding];
  } catch {
    return [];
  }
}

/** The parts of a message or of a page in MHTML, as a mail program reads them (RFC 2045, section 6). */
function* partsOfMail(text: string, depth: number): Generator<string> {
  if (/content-transfer-encoding:\s*quoted-printable/i.test(text)) {
    const bytes = text
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([\dA-F]{2})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
    yield* textsOf(Buffer.from(bytes.replace(HEADERS, ''), 'latin1'), depth);
  }
  const packed = /content-transfer-encoding:\s*base64[\s\S]*?\r?\n\r?\n([A-Za-z\d+/=\r\n]+)/gi;
  for (const [, part = ''] of depth < DEEPEST ? text.matchAll(packed) : []) {
    yield* textsOf(Buffer.from(part, 'base64'), depth + 1);
  }
}

/** What says that the text is packed, once it no longer is. */
const HEADERS = /content-transfer-encoding:.*/gi;

function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: 1 << 28 });
  } catch {
    return bytes;
  }
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (all, decimal, hex, name: string) => {
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return name === undefined ? fromCode(code) : (ENTITIES[name.toLowerCase()] ?? all);
    });
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
