import path from 'node:path';
import type { CompiledBody } from '../compile/compile-body.ts';
import type { ArticleData } from '../model/schema/article.ts';
import type { AuthorityData } from '../model/schema/authority.ts';
import type { PrivateSummary } from '../private/find.ts';
import { type ContentSeen, StampFinder } from './content-look.ts';
import { STAMP } from './file-stamp.ts';
import { bytesOf, doublesIn, integersIn, readPacked, textOf, writePacked } from './packed-file.ts';
import { Pieces } from './pieces.ts';
import { Texts } from './texts.ts';

/** What is remembered of a file that was read without a problem. */
export interface Remembered {
  readonly digest: string;
  readonly article?: {
    readonly data: ArticleData;
    readonly body: PackedBody;
    readonly masked?: true;
  };
  /** Of a capture: what private things it holds. */
  readonly finds?: readonly PrivateSummary[];
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
    const { files, stamps, digests, data, bodies } = this.#before;
    const index = files.find(file);
    if (index === -1) return undefined;
    for (let at = 0; at < STAMP; at++) {
      if (stamp[at] !== stamps[index * STAMP + at]) return undefined;
    }
    this.#kept[index] = 1;
    const digest = digests.at(index);
    const packed = data.at(index);
    if (packed.length === 0) return { digest };
    const said = JSON.parse(textOf(packed));
    if (said.authority) return { digest, authority: said.authority };
    if (said.finds) return { digest, finds: said.finds };
    const masked = said.masked && { masked: true as const };
    return { digest, article: { data: said.article, body: () => bodies.at(index), ...masked } };
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
    const { files, digests, stamps, data, bodies } = this.#before;
    const isKept = (index: number) => this.#kept[index] === 1;
    const fresh = [...this.#fresh.values()];
    const [dataEnds, allData] = data.with(isKept, fresh.map(dataOf));
    const [bodyEnds, allBodies] = bodies.with(
      isKept,
      fresh.map(({ remembered }) => remembered.article?.body() ?? new Uint8Array()),
    );
    const now = new Float64Array((this.#kept.length + fresh.length) * STAMP);
    let end = 0;
    const add = (from: Float64Array, first: number) => {
      for (let at = 0; at < STAMP; at++) now[end++] = from[first + at] ?? Number.NaN;
    };
    for (let index = 0; index < this.#kept.length; index++) {
      if (isKept(index)) add(stamps, index * STAMP);
    }
    for (const { stamp } of fresh) add(stamp, 0);
    writePacked(path.join(this.#folder, FILE), this.#key, [
      ...files.with(isKept, [...this.#fresh.keys()]).sections(),
      ...digests
        .with(
          isKept,
          fresh.map(({ remembered }) => remembered.digest),
        )
        .sections(),
      bytesOf(now.subarray(0, end)),
      bytesOf(dataEnds),
      allData,
      bytesOf(bodyEnds),
      allBodies,
    ]);
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

/** What is remembered of an entry but its body; nothing of other files. */
function dataOf({ remembered }: { remembered: Remembered }): Uint8Array {
  const { article, authority, finds } = remembered;
  if (article) {
    return Buffer.from(JSON.stringify({ article: article.data, masked: article.masked }));
  }
  if (authority === undefined && !finds?.length) return new Uint8Array();
  return Buffer.from(JSON.stringify(authority ? { authority } : { finds }));
}

/** What the last run knew, file by file. */
interface Before {
  readonly files: Texts;
  readonly digests: Texts;
  readonly stamps: Float64Array;
  /** Data of articles and authorities as JSON; nothing of other files. */
  readonly data: Pieces;
  readonly bodies: Pieces;
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
    data: new Pieces(data, doublesIn(dataEnds)),
    bodies: new Pieces(bodies, doublesIn(bodyEnds)),
  };
}
