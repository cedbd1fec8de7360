import type { Problem } from '../model/problem.ts';
import { isFolder, listFiles } from './content-files.ts';
import { putStamp, STAMP } from './file-stamp.ts';

/** What the disk says of a content folder. A build looks once, before it reads any of it. */
export class ContentLook {
  /** As {@link listFiles} gives them. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  /** Stamps of the files, one behind the other. */
  readonly stamps: Float64Array;
  #places: ReadonlyMap<string, number> | undefined;

  /**
   * @param folder absolute path of a content folder
   * @param now milliseconds since 1970
   */
  constructor(folder: string, now: number) {
    const { files, problems } = isFolder(folder) ? listFiles(folder) : { files: [], problems: [] };
    this.files = files;
    this.problems = problems;
    this.stamps = new Float64Array(files.length * STAMP);
    for (const [at, file] of files.entries()) {
      putStamp(`${folder}/${file}`, now, this.stamps, at * STAMP);
    }
  }

  /** Stamp of a file; undefined where it proves nothing, or there is no such file. */
  stampOf(file: string): Float64Array | undefined {
    this.#places ??= new Map(this.files.map((name, at) => [name, at]));
    const at = (this.#places.get(file) ?? -1) * STAMP;
    return at < 0 || Number.isNaN(this.stamps[at])
      ? undefined
      : this.stamps.subarray(at, at + STAMP);
  }
}
