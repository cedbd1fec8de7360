import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { sha256 } from '../../record/hash.ts';
import { withSealedLineEnds } from '../../record/line-ends.ts';
import type { Manifest } from '../../record/manifest.ts';
import { isOfWithdrawn } from '../../record/withdrawn-capture.ts';
import { type CaptureEntry, entriesByCapture } from './capture-entries.ts';

/** What sealing does with a capture or a picture. */
export type Verdict =
  | { readonly kind: 'gone' }
  | { readonly kind: 'as stated'; readonly hash: string }
  | {
      readonly kind: 'replaced';
      readonly hash: string;
      readonly reason: string;
      readonly day: string;
      /** Entries that must say so. */
      readonly entries: readonly CaptureEntry[];
    }
  | { readonly kind: 'left'; readonly problem: Problem };

/** Judges whether bytes that were received may be sealed as they are. */
export class CaptureChanges {
  readonly #folder: string;
  readonly #sealed: Manifest;
  readonly #options: { all?: boolean; reason?: string | undefined; day: string };
  readonly #entries: ReadonlyMap<string, CaptureEntry[]>;

  constructor(
    folder: string,
    sealed: Manifest,
    options: { all?: boolean; reason?: string | undefined; day: string },
  ) {
    this.#folder = folder;
    this.#sealed = sealed;
    this.#options = options;
    this.#entries = entriesByCapture(folder);
  }

  judge(file: string): Verdict {
    const { all = false, reason, day } = this.#options;
    const entries = (this.#entries.get(file) ?? []).filter(({ isWithdrawn }) => !isWithdrawn);
    if (!existsSync(path.join(this.#folder, file))) return this.#judgeMissing(file, entries);
    const bytes = readFileSync(path.join(this.#folder, file));
    const hash = sha256(bytes);
    const sealed = this.#sealed.get(file);
    const known = [sealed, ...entries.map((entry) => entry.hash)].filter(
      (one) => one !== undefined,
    );
    if (known.length === 0 && all) return left(file, NEW);
    if (known.every((one) => one === hash)) return { kind: 'as stated', hash };
    if (known.some((one) => withSealedLineEnds(bytes, one) !== undefined && one !== hash)) {
      return left(file, LINE_ENDS);
    }
    if (all) return left(file, CHANGED);
    if (reason === undefined) return left(file, CHANGED);
    return { kind: 'replaced', hash, reason, day, entries: this.#told(file, entries, sealed) };
  }

  /** No capture leaves the manifest unless it is named, and none that an article is made from. */
  #judgeMissing(file: string, entries: readonly CaptureEntry[]): Verdict {
    if (!this.#sealed.has(file) || isOfWithdrawn(this.#folder, file)) return { kind: 'gone' };
    if (entries.length > 0) return left(file, { ...NEEDED, names: entries.map((e) => e.file) });
    return this.#options.all ? left(file, GONE) : { kind: 'gone' };
  }

  /** A picture is told of in the entry of its article, which has its name. */
  #told(
    file: string,
    entries: readonly CaptureEntry[],
    sealed: string | undefined,
  ): readonly CaptureEntry[] {
    if (!file.startsWith('pictures/')) return entries;
    const entry = `articles/${file.split('/').slice(1, 3).join('/')}.mdx`;
    if (!existsSync(path.join(this.#folder, entry))) return [];
    return [{ file: entry, hash: sealed ?? '', isWithdrawn: false }];
  }
}

interface Words {
  readonly what: string;
  readonly remedy: (file: string) => string;
  readonly names?: readonly string[];
}

const WHY =
  'A capture is evidence only as long as not one byte of it differs from what was received.';

const CHANGED: Words = {
  what: 'It is not what was sealed, and was not sealed anew.',
  remedy: (file) =>
    `Put it back from a copy of the archive or its version history. If other bytes were meant to take its place, run “npm run seal -- ${file} --reason "…"”; the reason stays in the entry.`,
};

const LINE_ENDS: Words = {
  what: 'Its line ends differ from what was sealed, and nothing else. It was not sealed anew.',
  remedy: () =>
    'Run “npm run repair”, which puts the sealed line ends back and checks the hash. Git or an editor has changed them.',
};

const NEW: Words = {
  what: 'No entry states its hash, and it was not sealed.',
  remedy: (file) =>
    `Run “npm run seal -- ${file}” if it belongs to the record; remove it otherwise.`,
};

const GONE: Words = {
  what: 'It is missing, and its line was left in the manifest.',
  remedy: (file) =>
    `Put it back from a copy of the archive. If it was removed on purpose, run “npm run seal -- ${file}”.`,
};

const NEEDED: Words = {
  what: 'It is missing, and an article is made from it.',
  remedy: () =>
    'Put it back from a copy of the archive. To take an article down, use “npm run withdraw”.',
};

function left(file: string, { what, remedy, names }: Words): Verdict {
  const whose = names === undefined ? '' : ` (${names.join(', ')})`;
  return {
    kind: 'left',
    problem: { file, what: what.replace(/\.$/, `${whose}.`), why: WHY, remedy: remedy(file) },
  };
}
