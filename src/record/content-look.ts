import type { Problem } from '../model/problem.ts';
import { isFolder, listFiles } from './content-files.ts';
import { isSettled, putStamp, STAMP } from './file-stamp.ts';
import { ofProcess } from './of-process.ts';

/** What was seen of a content folder, as threads are given it. */
export interface ContentSeen {
  /** As {@link listFiles} gives them. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  /** Stamps of the files, one behind the other. */
  readonly stamps: Float64Array;
  /** When it was looked at, in milliseconds since 1970. */
  readonly now: number;
}

const seen = ofProcess<{ readonly folder: string; readonly files: readonly string[] }>(
  'content seen',
);

/** Files of a content folder as this build saw them; undefined where it didn't look. */
export function seenFiles(folder: string): readonly string[] | undefined {
  const last = seen.get();
  return last?.folder === folder ? last.files : undefined;
}

/**
 * Looks at a content folder, without reading its files.
 *
 * @param folder absolute path of a content folder
 * @param now milliseconds since 1970
 */
export function lookAtContent(folder: string, now: number): ContentSeen {
  const { files, problems } = isFolder(folder) ? listFiles(folder) : { files: [], problems: [] };
  seen.set({ folder, files });
  const stamps = new Float64Array(files.length * STAMP);
  for (const [at, file] of files.entries()) putStamp(`${folder}/${file}`, stamps, at * STAMP);
  return { files, problems, stamps, now };
}

/**
 * The first file of a content folder that is another than it was, came or went.
 *
 * @param before what was seen of it
 * @returns undefined where it is as it was
 */
export function changedSince(folder: string, before: ContentSeen): string | undefined {
  const { files } = isFolder(folder) ? listFiles(folder) : { files: [] };
  for (let at = 0; at < Math.max(files.length, before.files.length); at++) {
    if (files[at] !== before.files[at]) return files[at] ?? before.files[at];
  }
  const stamp = new Float64Array(STAMP);
  return files.find((file, at) => {
    putStamp(`${folder}/${file}`, stamp, 0);
    return stamp.some((number, part) => number !== before.stamps[at * STAMP + part]);
  });
}

/** Finds the stamps of files in what was seen. */
export class StampFinder {
  readonly #seen: ContentSeen;
  readonly #places: ReadonlyMap<string, number>;

  constructor(seen: ContentSeen) {
    this.#seen = seen;
    this.#places = new Map(seen.files.map((name, at) => [name, at]));
  }

  /** Stamp of a file; undefined where it proves nothing, or there is no such file. */
  find(file: string): Float64Array | undefined {
    const { stamps, now } = this.#seen;
    const at = (this.#places.get(file) ?? -1) * STAMP;
    if (at < 0 || !isSettled(stamps, at, now)) return undefined;
    return stamps.subarray(at, at + STAMP);
  }
}
