import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Writes a file and waits until the disk has it.
 *
 * @param flag `wx` refuses to write over a file that is there
 * @param opened called when the file has been made
 */
export function writeSynced(
  file: string,
  content: Uint8Array | string,
  flag: 'w' | 'wx',
  opened?: () => void,
): void {
  const handle = openSync(file, flag);
  opened?.();
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts a text or bytes in the place of a file in one step, so that a reader finds the old one or the new one.
 *
 * @param draft name beside it, on the same disk
 */
export function replaceSynced(file: string, text: Uint8Array | string, draft: string): void {
  writeSynced(draft, text, 'w');
  renameSync(draft, file);
}
