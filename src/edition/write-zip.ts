import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of the ZIP, made when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: () => Buffer;
}

/** The oldest time that a ZIP can hold; the same everywhere, whatever the clock and its zone say. */
const TIME = new Date(1980, 0, 1);
const OPTIONS = { mtime: TIME, mode: 0o100644, forceDosTimestamp: true };

/** Packed already: to pack it again takes time and saves nothing. */
const PACKED = /\.(?:jpe?g|png|avif|webp|gz)$/;

/**
 * Writes a ZIP whose bytes depend on names and bytes of its files alone.
 *
 * @param folder the one folder at its top, which everything stands in
 * @param manifest name of the list of hashes that is put last, as `sha256sum -c` reads it
 */
export async function writeZip(
  file: string,
  entries: Iterable<ZipEntry>,
  { folder, manifest }: { folder: string; manifest: string },
): Promise<{ files: number; bytes: number }> {
  const zip = new ZipFile();
  const lines: string[] = [];
  let bytes = 0;
  const add = (name: string, make: () => Buffer) => {
    const options = { ...OPTIONS, compressionLevel: PACKED.test(name) ? 0 : 9 };
    zip.addReadStreamLazy(`${folder}/${name}`, options, (take) => {
      const content = make();
      bytes += content.length;
      take(null, Readable.from([content]));
    });
  };
  for (const { name, bytes: make } of entries) {
    add(name, () => {
      const content = make();
      lines.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
      return content;
    });
  }
  add(manifest, () => Buffer.from(lines.join('')));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return { files: lines.length + 1, bytes };
}
