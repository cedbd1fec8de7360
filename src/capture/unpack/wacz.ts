import { promisify } from 'node:util';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { LIMITS } from '../limits.ts';
import type { Opened } from '../opened.ts';
import { CaptureRefused } from '../refused.ts';
import { unzipped } from './gunzip.ts';
import { openWarc } from './warc.ts';

const REMEDY = 'Capture the page again, or unpack it yourself and give the page alone.';

/**
 * The page in a packed web archive (WACZ 1.1.1): `pages/pages.jsonl` names it, `archive/` holds it.
 * Nothing is written to the disk on the way.
 *
 * @throws CaptureRefused when a path leads out of the package, a size is a lie, or there is no page
 */
export async function openWacz(bytes: Uint8Array): Promise<Omit<Opened, 'extension'>> {
  const files = await readZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const warcs = [...files].filter(([name]) => /^archive\/[^/]+\.warc(?:\.gz)?$/.test(name));
  if (warcs.length === 0) throw new CaptureRefused('The package holds no web archive.', REMEDY);
  const [first] = pagesOf(files.get('pages/pages.jsonl'));
  const problems: unknown[] = [];
  for (const [, content] of warcs) {
    try {
      const plain = content[0] === 0x1f ? unzipped(content) : content;
      return openWarc(plain, first);
    } catch (error) {
      problems.push(error);
    }
  }
  throw problems[0];
}

function pagesOf(list: Uint8Array | undefined): string[] {
  return new TextDecoder()
    .decode(list)
    .split('\n')
    .flatMap((line) => {
      try {
        const { url } = JSON.parse(line) as { url?: unknown };
        return typeof url === 'string' ? [url] : [];
      } catch {
        return [];
      }
    });
}

/** The files of interest in a ZIP. Its library checks that names stay inside and that sizes are true. */
async function readZip(buffer: Buffer): Promise<Map<string, Uint8Array>> {
  const open = promisify<Buffer, { lazyEntries: true }, ZipFile>(fromBuffer);
  const files = new Map<string, Uint8Array>();
  let room: number = LIMITS.unpacked;
  try {
    const zip = await open(buffer, { lazyEntries: true });
    for (let count = 0; ; count++) {
      const entry = await nextEntry(zip);
      if (entry === undefined) return files;
      if (count >= LIMITS.records)
        throw new CaptureRefused('The package has too many files.', REMEDY);
      const name = entry.fileName;
      if (!/^(?:archive\/[^/]+\.warc(?:\.gz)?|pages\/pages\.jsonl)$/.test(name)) continue;
      room -= entry.uncompressedSize;
      if (room < 0) {
        throw new CaptureRefused(
          `Unpacked it would have more than ${LIMITS.unpacked / 2 ** 20} MB.`,
          REMEDY,
        );
      }
      files.set(name, await contentOf(zip, entry));
    }
  } catch (error) {
    if (error instanceof CaptureRefused) throw error;
    const why = (error as Error).message.replace(/\.+$/, '');
    throw new CaptureRefused(`The package is damaged: ${why}.`, REMEDY);
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      zip.removeAllListeners();
      act();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)));
    zip.once('end', () => settle(() => resolve(undefined)));
    zip.once('error', (error) => settle(() => reject(error)));
    zip.readEntry();
  });
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await promisify(
    zip.openReadStream.bind(zip) as (
      entry: Entry,
      callback: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  )(entry);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
