import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { wordsOf } from '../../compile/passage.ts';
import { traceOf, writeTrace } from '../../model/same-story/trace.ts';
import { sha256 } from '../../record/hash.ts';
import { MANIFEST_FILE, parseManifest } from '../../record/manifest.ts';
import { addressKey } from '../../record/withdrawn-texts.ts';
import { Reader } from '../add/reader.ts';
import type { Leaving } from './find-article.ts';
import type { KnownAgain } from './tombstone.ts';

/** What a capture says, as `add` would read it. */
interface Captured {
  readonly passages: readonly string[];
  readonly url?: string | undefined;
}

/** What a withdrawn text will be known again by, and its words while they are there. */
export interface Marks {
  readonly known: KnownAgain;
  /** Passages of the entry and of its captures. */
  readonly texts: readonly string[];
  /** SHA-256 of all captures: as stated, as sealed and as they lie there. */
  readonly hashes: readonly string[];
}

/** Works out by what an article will be known again, from its entry and from its captures, whichever can be read. */
export async function marksOf(folder: string, leaving: Leaving): Promise<Marks> {
  const { data, passages, captures } = leaving;
  const manifest = manifestOf(folder);
  const hashes = new Set([data.capture.sha256]);
  const read: Captured[] = [];
  const reader = new Reader();
  try {
    for (const file of captures) {
      const sealed = manifest.get(file);
      if (sealed !== undefined) hashes.add(sealed);
      if (!existsSync(path.join(folder, file))) continue;
      const bytes = readFileSync(path.join(folder, file));
      hashes.add(sha256(bytes));
      if (file.startsWith('captures/')) read.push(await readCapture(reader, bytes, file));
    }
  } finally {
    await reader.close();
  }
  const keys = [data.url, ...read.map(({ url }) => url)].map(addressKey);
  const addresses = [...new Set(keys.flatMap((key) => key ?? []))];
  const others = [...hashes].filter((hash) => hash !== data.capture.sha256);
  const trace = [passages, ...read.map((one) => one.passages)]
    .map(traceOf)
    .find((one) => one !== undefined);
  return {
    known: {
      ...(others.length > 0 && { captures: others }),
      ...(addresses.length > 0 && { addresses }),
      ...(trace !== undefined && { trace: writeTrace(trace) }),
    },
    texts: [...passages, ...read.flatMap((one) => one.passages)],
    hashes: [...hashes].filter((hash) => !/^0+$/.test(hash)),
  };
}

/** A capture that can't be read says nothing; its hash is kept all the same. */
async function readCapture(reader: Reader, bytes: Uint8Array, file: string): Promise<Captured> {
  try {
    const { reading } = await reader.read(bytes, { name: path.basename(file) }, []);
    return { passages: reading.passages.flatMap(wordsOf), url: reading.url };
  } catch {
    return { passages: [] };
  }
}

function manifestOf(folder: string): ReadonlyMap<string, string> {
  try {
    return parseManifest(readFileSync(path.join(folder, MANIFEST_FILE), 'utf8')).manifest;
  } catch {
    return new Map();
  }
}
