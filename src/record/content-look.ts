import type { Problem } from '../model/problem.ts';
import { isFolder, listFiles } from './content-files.ts';
import { putStamp, STAMP } from './file-stamp.ts';
import { ofProcess } from './of-process.ts';

/** What was seen of a content folder, as threads are given it. */
export interface ContentSeen {
  /** As {@link listFiles} gives them. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  /** Stamps of the files, one behind the other. */
  readonly stamps: Float64Array;
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
  const numbers = files.length * STAMP;
  const stamps = new Float64Array(new SharedArrayBuffer(numbers * Float64Array.BYTES_PER_ELEMENT));
  for (const [at, file] of files.entries()) putStamp(`${folder}/${file}`, now, stamps, at * STAMP);
  return { files, problems, stamps };
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
    const { stamps } = this.#seen;
    const at = (this.#places.get(file) ?? -1) * STAMP;
    return at < 0 || Number.isNaN(stamps[at]) ? undefined : stamps.subarray(at, at + STAMP);
  }
}
