import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CompiledBody } from '../compile/compile-body.ts';
import type { ArticleData } from '../model/schema/article.ts';
import type { AuthorityData } from '../model/schema/authority.ts';
import { type FileStamp, stampOf } from './file-stamp.ts';

/** What is remembered of a file that was read without a problem. */
export interface Remembered {
  readonly digest: string;
  readonly article?: { readonly data: ArticleData; readonly body: Uint8Array };
  readonly authority?: AuthorityData;
}

const FILE = 'record.bin';

interface Kept extends Omit<Remembered, 'article'> {
  readonly stamp: FileStamp;
  readonly article?: { readonly data: ArticleData; readonly at: number; readonly length: number };
}

/**
 * Remembers what files of the record said, by their stamps, so that a build reads what has changed
 * and nothing else. It is packed into one file: opening twenty thousand would cost seconds.
 */
export class RecordCache {
  readonly #folder: string;
  readonly #key: string;
  readonly #started: number;
  readonly #before: ReadonlyMap<string, Kept>;
  readonly #bodies: Uint8Array;
  readonly #now = new Map<string, { stamp: FileStamp; remembered: Remembered }>();
  #changed = false;

  /**
   * @param folder absolute path of a folder for what may be thrown away
   * @param key digest of the code: what other code understood is not taken over
   * @param started milliseconds since 1970
   */
  constructor(folder: string, key: string, started: number) {
    this.#folder = folder;
    this.#key = key;
    this.#started = started;
    const { entries, bodies } = readPacked(folder, key);
    this.#before = entries;
    this.#bodies = bodies;
  }

  /** What was remembered of a file, if it has not changed since. */
  recall(root: string, file: string): Remembered | undefined {
    const kept = this.#before.get(file);
    if (kept === undefined) return undefined;
    const stamp = stampOf(path.join(root, file), this.#started);
    if (stamp === undefined || stamp !== kept.stamp) return undefined;
    const { article, ...rest } = kept;
    const remembered: Remembered = {
      ...rest,
      ...(article && {
        article: {
          data: article.data,
          body: this.#bodies.subarray(article.at, article.at + article.length),
        },
      }),
    };
    this.#now.set(file, { stamp, remembered });
    return remembered;
  }

  /** Remembers what a file said. Its stamp is taken before it is read, so that a later edit is seen. */
  remember(root: string, file: string, say: () => Remembered | undefined): void {
    const stamp = stampOf(path.join(root, file), this.#started);
    const remembered = say();
    if (stamp === undefined || remembered === undefined) return;
    this.#now.set(file, { stamp, remembered });
    this.#changed = true;
  }

  /** Writes what this run knows, in one step; nothing when it is what the last run knew. */
  save(): void {
    if (!this.#changed && this.#now.size === this.#before.size) return;
    const entries = new Map<string, Kept>();
    const bodies: Uint8Array[] = [];
    let at = 0;
    for (const [file, { stamp, remembered }] of this.#now) {
      const { article, ...rest } = remembered;
      if (article === undefined) entries.set(file, { ...rest, stamp });
      else {
        const { data, body } = article;
        entries.set(file, { ...rest, stamp, article: { data, at, length: body.length } });
        bodies.push(body);
        at += body.length;
      }
    }
    const packed = serialize({ key: this.#key, entries });
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(packed.length));
    const file = path.join(this.#folder, FILE);
    mkdirSync(this.#folder, { recursive: true });
    const descriptor = openSync(`${file}.new`, 'w');
    for (const bytes of [length, packed, ...joined(bodies)]) writeSync(descriptor, bytes);
    closeSync(descriptor);
    renameSync(`${file}.new`, file);
  }
}

/** Packs a compiled body; in bytes it costs the heap nothing until it is shown. */
export function packBody(body: CompiledBody): Uint8Array {
  return Buffer.from(JSON.stringify(body));
}

/** The body again. */
export function unpackBody(packed: Uint8Array): CompiledBody {
  return JSON.parse(Buffer.from(packed.buffer, packed.byteOffset, packed.length).toString());
}

/** Joins small pieces to pieces of some megabytes, so that they are not written one by one. */
function joined(pieces: readonly Uint8Array[], most = 5000): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < pieces.length; at += most) {
    chunks.push(Buffer.concat(pieces.slice(at, at + most)));
  }
  return chunks;
}

function readPacked(
  folder: string,
  key: string,
): { entries: ReadonlyMap<string, Kept>; bodies: Uint8Array } {
  try {
    const bytes = readFileSync(path.join(folder, FILE));
    const length = Number(bytes.readBigUInt64LE());
    const packed = deserialize(bytes.subarray(8, 8 + length));
    if (packed.key === key) return { entries: packed.entries, bodies: bytes.subarray(8 + length) };
  } catch {
    // No cache, or one that cannot be read: the record itself is read instead.
  }
  return { entries: new Map(), bodies: new Uint8Array() };
}
