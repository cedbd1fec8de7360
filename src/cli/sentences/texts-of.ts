import { gunzipSync } from 'node:zlib';

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
};

/**
 * Every text that may stand in a file of the record, of a site or of a cache, as it would be read:
 * packed files unpacked, in the encodings that programs of ours write, escapes of HTML and JSON
 * undone, and a second time without tags. It is read for its words alone.
 */
export function* textsOf(bytes: Uint8Array): Generator<string> {
  const plain = unpacked(bytes);
  const utf8 = Buffer.from(plain).toString('utf8');
  yield unescaped(utf8);
  yield unescaped(utf8.replace(/<[^<>]*>/g, ' '));
  // Strings of V8's serialization, as caches have them, are Latin-1 or UTF-16.
  if (utf8.includes('\u0000') || utf8.includes('\uFFFD')) {
    yield Buffer.from(plain).toString('latin1');
    yield Buffer.from(plain).toString('utf16le');
    yield Buffer.from(plain.subarray(1)).toString('utf16le');
  }
  for (const [, packed = ''] of utf8.matchAll(/"base64":"([A-Za-z\d+/=]+)"/g)) {
    yield* textsOf(Buffer.from(packed, 'base64'));
  }
}

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
