import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shinglesOf } from '../../model/shingles.ts';
import { textsOf } from './texts-of.ts';

/** A file in which words stand that are looked for. */
export interface Found {
  /** Path below the folder that was searched. */
  readonly file: string;
  /** The first run of words that was found. */
  readonly words: string;
}

/**
 * Looks for runs of eight words in every file below a folder, whatever it is packed in.
 *
 * @param wanted runs of words, as `shinglesOf` makes them
 * @param isLeftOut files that are not looked at
 */
export function* findSentences(
  folder: string,
  wanted: ReadonlySet<string>,
  isLeftOut: (file: string) => boolean = () => false,
): Generator<Found> {
  if (wanted.size === 0) return;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  for (const name of files.sort()) {
    const file = name.split(path.sep).join('/');
    if (isLeftOut(file)) continue;
    const words = firstFound(readFileSync(path.join(folder, name)), wanted);
    if (words !== undefined) yield { file, words };
  }
}

function firstFound(bytes: Uint8Array, wanted: ReadonlySet<string>): string | undefined {
  for (const text of textsOf(bytes)) {
    const words = shinglesOf(text).find((shingle) => wanted.has(shingle));
    if (words !== undefined) return words;
  }
  return undefined;
}
