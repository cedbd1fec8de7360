import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ofProcess } from './of-process.ts';

type Lines = Map<string, { readonly key: string; readonly value: unknown }>;

/** Remembers from build to build what was worked out, by name, each with the key of what it was made from. */
export class Memo {
  readonly before: Lines;
  readonly now: Lines = new Map();

  constructor(before: Lines) {
    this.before = before;
  }

  /**
   * The value remembered under a name, or the one that `make` works out now.
   *
   * @param key digest of all that the value is made from
   */
  get<Value>(name: string, key: string, make: () => Value): Value {
    const line = this.now.get(name) ?? this.before.get(name);
    const kept = line?.key === key ? line : { key, value: make() };
    this.now.set(name, kept);
    return kept.value as Value;
  }
}

const running = ofProcess<{ file: string; base: string; memos: Map<string, Memo> }>('memos');

/**
 * Opens what earlier builds remembered.
 *
 * @param folder absolute path of a folder for what may be thrown away
 * @param base digest of the code: what other code worked out is not taken over
 */
export function openMemos(folder: string, base: string): void {
  const file = path.join(folder, 'memos.bin');
  const { memos } = running.set({ file, base, memos: new Map() });
  try {
    const read = deserialize(readFileSync(file)) as { base: string; memos: Map<string, Lines> };
    if (read.base !== base) return;
    for (const [name, lines] of read.memos) memos.set(name, new Memo(lines));
  } catch {
    // None yet, or one that cannot be read: everything is worked out.
  }
}

/** Digest of the code whose memos are open; undefined where none are. */
export const memoBase = (): string | undefined => running.get()?.base;

/** A memo by its name; one that forgets with the process where none were opened. */
export function memoOf(name: string): Memo {
  const memos = running.get()?.memos;
  const memo = memos?.get(name) ?? new Memo(new Map());
  memos?.set(name, memo);
  return memo;
}

/** Writes what this build knows. */
export function saveMemos(): void {
  const opened = running.get();
  if (opened === undefined) return;
  const { file, base, memos } = opened;
  // What nobody asked for this time is as true as it was.
  const lines = new Map([...memos].map(([name, m]) => [name, m.now.size > 0 ? m.now : m.before]));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, serialize({ base, memos: lines }));
  renameSync(`${file}.new`, file);
}
