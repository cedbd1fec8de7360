import path from 'node:path';
import type { CompiledBody } from '../compile/compile-body.ts';
import type { ArticleData } from '../model/schema/article.ts';
import type { AuthorityData } from '../model/schema/authority.ts';
import { type ContentSeen, StampFinder } from './content-look.ts';
import { STAMP } from './file-stamp.ts';
import { bytesOf, doublesIn, integersIn, readPacked, textOf, writePacked } from './packed-file.ts';
import { Texts } from './texts.ts';

/** What is remembered of a file that was read without a problem. */
export interface Remembered {
  readonly digest: string;
  readonly article?: { readonly data: ArticleData; readonly body: PackedBody };
  readonly authority?: AuthorityData;
}

/** Gives a body as {@link packBody} made it. */
export type PackedBody = () => Uint8Array;

const FILE = 'record.bin';

/**
 * Remembers what files of the record said, by their stamps, so that a build reads what has changed
 * and nothing else. It is packed into one file: opening twenty thousand would cost seconds.
 */
export class RecordCache {
  /** What the disk says of the folder, all of it at once. */
  readonly seen: ContentSeen;
  readonly #stamps: StampFinder;
  readonly #folder: string;
  readonly #key: string;
  readonly #before: Before;
  /** For each file of before 1 where it is as it was. */
  readonly #kept: Uint8Array;
  readonly #fresh = new Map<string, { stamp: Float64Array; remembered: Remembered }>();

  /**
   * @param folder absolute path of a folder for what may be thrown away
   * @param key digest of the code: what other code understood is not taken over
   * @param seen looked at before anything is read, so that a later edit is seen
   */
  constructor(folder: string, key: string, seen: ContentSeen) {
    this.#folder = folder;
    this.#key = key;
    this.seen = seen;
    this.#stamps = new StampFinder(seen);
    this.#before = readBefore(path.join(folder, FILE), key);
    this.#kept = new Uint8Array(this.#before.files.count);
  }

  /** What was remembered of a file, if it has not changed since. */
  recall(file: string): Remembered | undefined {
    const stamp = this.#stamps.find(file);
    if (stamp === undefined) return undefined;
    const { files, stamps, digests } = this.#before;
    const index = files.find(file);
    if (index === -1) return undefined;
    for (let at = 0; at < STAMP; at++) {
      if (stamp[at] !== stamps[index * STAMP + at]) return undefined;
    }
    this.#kept[index] = 1;
    const digest = digests.at(index);
    const text = this.#dataOf(index);
    if (text === '') return { digest };
    const data = JSON.parse(text);
    if (data.authority) return { digest, authority: data.authority };
    return { digest, article: { data: data.article, body: () => this.#bodyOf(index) } };
  }

  /** Remembers what a file said. */
  remember(file: string, say: () => Remembered | undefined): void {
    const remembered = say();
    const stamp = this.#stamps.find(file);
    if (stamp !== undefined && remembered !== undefined) {
      this.#fresh.set(file, { stamp, remembered });
    }
  }

  /** Writes what this run knows, in one step; nothing when it is what the last run knew. */
  save(): void {
    if (this.#fresh.size === 0 && this.#kept.every((one) => one === 1)) return;
    const { files, digests, stamps } = this.#before;
    const isKept = (index: number) => this.#kept[index] === 1;
    const names = [...this.#fresh.keys()];
    const fresh = [...this.#fresh.values()];
    const all = {
      stamps: [] as Uint8Array[],
      data: [] as Uint8Array[],
      bodies: [] as Uint8Array[],
    };
    const ends = { data: new Ends(), bodies: new Ends() };
    const add = (stamp: Float64Array, data: Uint8Array, body: Uint8Array) => {
      all.stamps.push(bytesOf(stamp));
      all.data.push(data);
      ends.data.add(data.length);
      all.bodies.push(body);
      ends.bodies.add(body.length);
    };
    for (let index = 0; index < this.#kept.length; index++) {
      if (!isKept(index)) continue;
      const stamp = stamps.subarray(index * STAMP, (index + 1) * STAMP);
      add(stamp, between(this.#before.data, this.#before.dataEnds, index), this.#bodyOf(index));
    }
    for (const { stamp, remembered } of fresh) {
      const { article, authority } = remembered;
      const data = article ? { article: article.data } : authority && { authority };
      const text = data === undefined ? '' : JSON.stringify(data);
      add(stamp, Buffer.from(text), article?.body() ?? new Uint8Array());
    }
    writePacked(path.join(this.#folder, FILE), this.#key, [
      ...files.with(isKept, names).sections(),
      ...digests
        .with(
          isKept,
          fresh.map(({ remembered }) => remembered.digest),
        )
        .sections(),
      all.stamps,
      bytesOf(ends.data.all()),
      all.data,
      bytesOf(ends.bodies.all()),
      all.bodies,
    ]);
  }

  #dataOf(index: number): string {
    return textOf(between(this.#before.data, this.#before.dataEnds, index));
  }

  #bodyOf(index: number): Uint8Array {
    return between(this.#before.bodies, this.#before.bodyEnds, index);
  }
}

/** Packs a compiled body; in bytes it costs the heap nothing until it is shown. */
export function packBody(body: CompiledBody): Uint8Array {
  return Buffer.from(JSON.stringify(body));
}

/** The body again. */
export function unpackBody(packed: Uint8Array): CompiledBody {
  return JSON.parse(textOf(packed));
}

/** Adds up where pieces end. */
class Ends {
  readonly #ends: number[] = [];
  #end = 0;

  add(length: number): void {
    this.#end += length;
    this.#ends.push(this.#end);
  }

  all(): Float64Array {
    return Float64Array.from(this.#ends);
  }
}

function between(bytes: Uint8Array, ends: Float64Array, index: number): Uint8Array {
  return bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
}

/** What the last run knew, file by file. */
interface Before {
  readonly files: Texts;
  readonly digests: Texts;
  readonly stamps: Float64Array;
  /** Data of articles and authorities as JSON; nothing of other files. */
  readonly data: Uint8Array;
  readonly dataEnds: Float64Array;
  readonly bodies: Uint8Array;
  readonly bodyEnds: Float64Array;
}

function readBefore(file: string, key: string): Before {
  const packed = readPacked(file);
  const none = new Uint8Array(new SharedArrayBuffer());
  const [
    names = none,
    nameEnds = none,
    digests = none,
    digestEnds = none,
    stamps = none,
    dataEnds = none,
    data = none,
    bodyEnds = none,
    bodies = none,
  ] = packed?.head === key ? packed.sections : [];
  return {
    files: new Texts(textOf(names), integersIn(nameEnds)),
    digests: new Texts(textOf(digests), integersIn(digestEnds)),
    stamps: doublesIn(stamps),
    data,
    dataEnds: doublesIn(dataEnds),
    bodies,
    bodyEnds: doublesIn(bodyEnds),
  };
}
