import { closeSync, openSync, readSync } from 'node:fs';

/** What an entry begins with, and how the id that it names is spelled. */
export interface Entry {
  /** Every entry begins with this; a line feed stands before the first byte of a file, too. */
  readonly start: string;
  /** From there on; those of the groups that match, joined by a slash, are the id. */
  readonly pattern: RegExp;
}

/** Bytes of an entry that are looked at. */
const LOOK = 2000;

/** Bytes that are read at once. */
const ROOM = Buffer.allocUnsafeSlow(1 << 18);

/** Ids in a file, in its order. It may be longer than the longest string, and is read as bytes. */
export function* idsIn(file: string, { start, pattern }: Entry): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    let text = '\n';
    for (let size = 1; size > 0; ) {
      size = readSync(handle, ROOM);
      text += ROOM.toString('latin1', 0, size);
      // What begins near the end is looked at with what follows it.
      const end = size === 0 ? text.length : text.length - LOOK;
      let at = text.indexOf(start);
      for (; at !== -1 && at < end; at = text.indexOf(start, at + start.length)) {
        const found = pattern.exec(text.slice(at, at + LOOK));
        if (found) yield idOf(found);
      }
      text = text.slice(Math.max(0, end));
    }
  } finally {
    closeSync(handle);
  }
}

function idOf([, first, second]: RegExpExecArray): string {
  if (first === undefined) return second ?? '';
  return second === undefined ? first : `${first}/${second}`;
}
