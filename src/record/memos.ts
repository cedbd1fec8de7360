import path from 'node:path';
import { MEMO_SECTIONS, Memo } from './memo.ts';
import { ofProcess } from './of-process.ts';
import { readPacked, writePacked } from './packed-file.ts';

/** What stands at the head of the file. */
interface Head {
  readonly base: string;
  readonly names: readonly string[];
}

const running = ofProcess<{
  readonly file: string;
  readonly base: string;
  readonly memos: Map<string, Memo>;
  /** Whether there is a file that says all that was remembered. */
  readonly stands: boolean;
}>('memos');

/**
 * Opens what earlier builds remembered.
 *
 * @param folder absolute path of a folder for what may be thrown away
 * @param base digest of the code: what other code worked out is not taken over
 */
export function openMemos(folder: string, base: string): void {
  const file = path.join(folder, 'memos.bin');
  const packed = readPacked(file);
  const head = packed?.head as Head | undefined;
  const stands = head?.base === base;
  const memos = new Map<string, Memo>();
  for (const [at, name] of (stands ? head.names : []).entries()) {
    const first = at * MEMO_SECTIONS;
    memos.set(name, new Memo(packed?.sections.slice(first, first + MEMO_SECTIONS)));
  }
  running.set({ file, base, memos, stands });
}

/** Digest of the code whose memos are open; undefined where none are. */
export const memoBase = (): string | undefined => running.get()?.base;

/** A memo by its name; one that forgets with the process where none were opened. */
export function memoOf(name: string): Memo {
  const memos = running.get()?.memos;
  const memo = memos?.get(name) ?? new Memo();
  memos?.set(name, memo);
  return memo;
}

/** Writes what this build knows. */
export function saveMemos(): void {
  const opened = running.get();
  if (opened === undefined) return;
  const { file, base, memos, stands } = opened;
  if (stands && [...memos.values()].every((memo) => memo.isUnchanged())) return;
  const head: Head = { base, names: [...memos.keys()] };
  writePacked(
    file,
    head,
    [...memos.values()].flatMap((memo) => memo.sections()),
  );
}
