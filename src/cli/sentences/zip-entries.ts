import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** What an entry may come to; more is no text. */
const LONGEST = 1 << 28;

/**
 * The files in a ZIP (APPNOTE.TXT 6.3.10), unpacked: of a web archive, a packed site, a document of an
 * office program. What is damaged or packed in another way than by Deflate is passed over.
 */
export function* zipEntries(bytes: Uint8Array): Generator<Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(zip);
  if (end === undefined) return;
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return;
    const entry = unpacked(zip, at);
    if (entry !== undefined) yield entry;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

/** A comment of at most 65,535 bytes may follow the end. */
function endOf(zip: Buffer): number | undefined {
  if (zip.length < 22 || zip.readUInt16LE(0) !== 0x4b50) return undefined;
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  return undefined;
}

function unpacked(zip: Buffer, entry: number): Uint8Array | undefined {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  if (local + 30 > zip.length) return undefined;
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + size);
  if (method === 0) return packed;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(packed, { maxOutputLength: LONGEST });
  } catch {
    return undefined;
  }
}
