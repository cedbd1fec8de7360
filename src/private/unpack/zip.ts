import { inflate, isGzip } from './inflate.ts';
import { type Pass, type Passed, take } from './pass.ts';

/** Whether bytes begin as a ZIP does. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

interface ZipFile {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly bytes: Buffer;
}

/** More files than a web archive has, and they are not looked through. */
const MOST = 100_000;

/**
 * Goes through the files of a ZIP (APPNOTE 6.3.10), of a packed web archive (WACZ) for instance. Where
 * something changed, what comes back is the web archives in it, one behind the other and not packed:
 * the lists and indexes beside them name places that are not there any more.
 */
export function throughZip(
  bytes: Uint8Array,
  pass: Pass,
  where: string,
  inner: (bytes: Uint8Array, where: string) => Passed,
): Passed {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = filesOf(buffer);
  if (files === undefined) {
    return pass.unread(where, 'the list of files in it is damaged') ? new Uint8Array() : undefined;
  }
  const archives: Uint8Array[] = [];
  let changed = false;
  for (const { name, method, flags, bytes: packed } of files) {
    const place = `${where}, ${shortName(name)}`;
    changed = pass.text(name, 'text', place) !== undefined || changed;
    const plain =
      flags & 1
        ? undefined
        : method === 0
          ? take(pass, packed)
          : method === 8
            ? inflate(packed, 'raw', pass)
            : method === 93
              ? inflate(packed, 'zstd', pass)
              : undefined;
    if (plain === undefined) {
      changed =
        pass.unread(place, 'it is damaged, locked or packed in a way that is not known') || changed;
      continue;
    }
    const put = inner(plain, place);
    changed ||= put !== undefined;
    if (/(?:^|\/)[^/]+\.warc(?:\.gz)?$/.test(name)) {
      const archive = put ?? plain;
      archives.push(
        isGzip(archive) ? (inflate(archive, 'gzip', { ...pass }) ?? new Uint8Array()) : archive,
      );
    }
  }
  return changed ? Buffer.concat(archives) : undefined;
}

function shortName(name: string): string {
  const shown = name.replace(/[^\w./ -]/g, '?');
  return shown.length <= 80 ? shown : `${shown.slice(0, 79)}…`;
}

/** The files of the list at the end, and those that stand there without being on it. */
function filesOf(buffer: Buffer): ZipFile[] | undefined {
  const files: ZipFile[] = [];
  const seen = new Set<number>();
  const end = buffer.lastIndexOf('PK\x05\x06');
  if (end === -1 || end + 22 > buffer.length) return undefined;
  let at = buffer.readUInt32LE(end + 16);
  const count = buffer.readUInt16LE(end + 10);
  if (count === 0xffff || at === 0xffffffff) return bigFilesOf(buffer);
  for (let number = 0; number < count; number++) {
    if (number > MOST || at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50)
      return undefined;
    const [flags, method] = [buffer.readUInt16LE(at + 8), buffer.readUInt16LE(at + 10)];
    const [size, names, extra, comment] = [
      buffer.readUInt32LE(at + 20),
      buffer.readUInt16LE(at + 28),
      buffer.readUInt16LE(at + 30),
      buffer.readUInt16LE(at + 32),
    ];
    const local = buffer.readUInt32LE(at + 42);
    const name = buffer.toString('utf8', at + 46, at + 46 + names);
    if (local + 30 > buffer.length || buffer.readUInt32LE(local) !== 0x04034b50) return undefined;
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    if (start + size > buffer.length) return undefined;
    files.push({ name, method, flags, bytes: buffer.subarray(start, start + size) });
    seen.add(local);
    at += 46 + names + extra + comment;
  }
  return [...files, ...localFiles(buffer, seen)];
}

/** What stands between the files of the list is published with them. */
function* localFiles(buffer: Buffer, seen: ReadonlySet<number>): Generator<ZipFile> {
  for (
    let at = buffer.indexOf('PK\x03\x04');
    at !== -1;
    at = buffer.indexOf('PK\x03\x04', at + 4)
  ) {
    if (seen.has(at) || at + 30 > buffer.length) continue;
    const names = buffer.readUInt16LE(at + 26);
    const start = at + 30 + names + buffer.readUInt16LE(at + 28);
    const size = buffer.readUInt32LE(at + 18);
    const method = buffer.readUInt16LE(at + 8);
    // Four bytes that look like a file inside another one are no file.
    if (start + size > buffer.length || size === 0 || (method !== 0 && method !== 8)) continue;
    const name = buffer.toString('utf8', at + 30, at + 30 + names);
    if (!/^[\x20-\x7e]+$/.test(name)) continue;
    yield {
      name,
      method,
      flags: buffer.readUInt16LE(at + 6),
      bytes: buffer.subarray(start, start + size),
    };
  }
}

/** Lists of very large ZIPs are written another way; no capture within the limits has one. */
function bigFilesOf(_buffer: Buffer): undefined {
  return undefined;
}
