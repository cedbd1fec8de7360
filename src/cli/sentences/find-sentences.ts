import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { plainWords, SHINGLE_WORDS } from '../../model/shingles.ts';
import { textsOf } from './texts-of.ts';

/** A file in which words stand that are looked for. */
export interface Found {
  /** Path below the folder that was searched. */
  readonly file: string;
  /** The first run of words that was found. */
  readonly words: string;
}

/** Folders of other programs, in which nothing can be found by reading files one by one. */
const PASSED = new Set(['.git']);
/** Node reads no longer file at once. */
const LONGEST = 2 ** 31 - 1;

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
  for (const name of filesBelow(folder).sort()) {
    const file = name.split(path.sep).join('/');
    if (isLeftOut(file)) continue;
    const bytes = bytesOf(path.join(folder, name));
    const [words] = bytes === undefined ? [] : foundIn(bytes, wanted);
    if (words !== undefined) yield { file, words };
  }
}

/** The runs of words that stand in some bytes, each as often as it does. */
export function* foundIn(bytes: Uint8Array, wanted: ReadonlySet<string>): Generator<string> {
  for (const text of textsOf(bytes)) yield* runsIn(plainWords(text), wanted);
}

function* runsIn(words: readonly string[], wanted: ReadonlySet<string>): Generator<string> {
  const first = firstWords(wanted);
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) {
    if (!first.has(words[at] ?? '')) continue;
    const run = words.slice(at, at + SHINGLE_WORDS).join(' ');
    if (wanted.has(run)) yield run;
  }
}

/** How much of what is looked for stands in some bytes, by the reading that has most of it. */
export function readingOf(
  bytes: Uint8Array,
  wanted: ReadonlySet<string>,
): { found: number; runs: number } {
  let most = { found: 0, runs: 0 };
  for (const text of textsOf(bytes)) {
    const words = plainWords(text);
    const found = new Set(runsIn(words, wanted));
    if (found.size > most.found) {
      most = { found: found.size, runs: words.length - SHINGLE_WORDS + 1 };
    }
  }
  return most;
}

const firsts = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The words that runs begin with: most places of a text need no further look. */
function firstWords(wanted: ReadonlySet<string>): ReadonlySet<string> {
  const known = firsts.get(wanted);
  if (known !== undefined) return known;
  const words = new Set(Array.from(wanted, (run) => run.slice(0, run.indexOf(' '))));
  firsts.set(wanted, words);
  return words;
}

function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = path.join(below, entry.name);
      if (entry.isDirectory()) {
        if (!PASSED.has(entry.name)) open.push(name);
      } else if (entry.isFile()) files.push(name);
    }
  }
  return files;
}

/** Of a file that goes while others are read, nothing. */
function bytesOf(file: string): Uint8Array | undefined {
  try {
    return statSync(file).size > LONGEST ? undefined : readFileSync(file);
  } catch {
    return undefined;
  }
}
