import path from 'node:path';
import { readPacked, textOf, writePacked } from './packed-file.ts';

/** A file of a published site as the build left it. */
export interface SavedFile {
  /** Digest of everything that the file shows; empty where nobody keeps it by that. */
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** What a build leaves behind of the site that it published. */
export interface SavedLedger {
  /** Digest of what all files were made from. */
  readonly base: string;
  /** Digest of the folders and the code that the site is the result of; see `unchanged.ts`. */
  readonly state: string | undefined;
  readonly articles: number;
  /** Where the next build goes on to read files again that look untouched. */
  readonly readTo: number;
  /** By address, which begins with a slash. */
  readonly files: ReadonlyMap<string, SavedFile>;
}

const FILE = 'site.bin';
/** Another one for each change of how the file is written. */
const FORMAT = 1;
const NONE: SavedLedger = { base: '', state: undefined, articles: 0, readTo: 0, files: new Map() };

/** @param cache absolute path of a folder for what may be thrown away @returns an empty one where none can be read */
export function readLedger(cache: string): SavedLedger {
  const packed = readPacked(path.join(cache, FILE));
  const head = packed?.head as (Omit<SavedLedger, 'files'> & { format: number }) | undefined;
  const [lines] = packed?.sections ?? [];
  if (head?.format !== FORMAT || lines === undefined) return NONE;
  const rows = lines.length === 0 ? [] : textOf(lines).split('\n');
  return { ...head, files: new Map(rows.map((row) => JSON.parse(row) as [string, SavedFile])) };
}

/** Writes it, in one step. */
export function writeLedger(cache: string, { files, ...head }: SavedLedger): void {
  const lines = [...files].map((line) => JSON.stringify(line));
  writePacked(path.join(cache, FILE), { ...head, format: FORMAT }, [Buffer.from(lines.join('\n'))]);
}
