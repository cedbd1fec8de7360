import type { Problem } from '../model/problem.ts';
import { findPrivate, type PrivateSummary, summarise } from '../private/find.ts';
import { readBytes } from './content-files.ts';
import { sha256 } from './hash.ts';
import type { RecordCache } from './record-cache.ts';

/** What a file of `captures/` is and holds. */
export interface CaptureLook {
  readonly digest: string;
  readonly finds: readonly PrivateSummary[];
}

/** What was found in bytes, by their hash, for as long as the process runs. */
const known = new Map<string, readonly PrivateSummary[]>();

/** Looks at captures: at their hash and, where that is asked for, at what private things they hold. */
export class CaptureLooks {
  readonly #folder: string;
  readonly #cache: RecordCache | undefined;
  readonly #isFor: 'hash' | 'finds';
  readonly #seen = new Map<string, CaptureLook | Problem>();

  /**
   * @param cache what an earlier run understood; left out by whoever must look at every byte
   * @param isFor `hash` where nothing is published of what is read, which is quicker
   */
  constructor(folder: string, cache: RecordCache | undefined, isFor: 'hash' | 'finds') {
    this.#folder = folder;
    this.#cache = cache;
    this.#isFor = isFor;
  }

  /** A file by its path in the content folder, or why it can't be read. */
  look(file: string): CaptureLook | Problem {
    let look = this.#seen.get(file);
    if (look === undefined) {
      look = this.#recalled(file) ?? this.#read(file);
      this.#seen.set(file, look);
    }
    return look;
  }

  /** Whether a file holds something private; what was not or can't be looked into counts as such. */
  isPrivate(file: string): boolean {
    if (this.#isFor === 'hash') return true;
    const look = this.look(file);
    return 'what' in look || look.finds.length > 0;
  }

  #recalled(file: string): CaptureLook | undefined {
    const remembered = this.#cache?.recall(file);
    return remembered && { digest: remembered.digest, finds: remembered.finds ?? [] };
  }

  #read(file: string): CaptureLook | Problem {
    const bytes = readBytes(this.#folder, file);
    if ('what' in bytes) return bytes;
    const digest = sha256(bytes);
    if (this.#isFor === 'hash') return { digest, finds: [] };
    let finds = known.get(digest);
    if (finds === undefined) {
      finds = summarise(findPrivate(bytes));
      known.set(digest, finds);
    }
    const look = { digest, finds };
    this.#cache?.remember(file, () => look);
    return look;
  }
}
