import type { Role } from '../rule.ts';

/** What goes through the texts of a capture, however they are packed. */
export interface Pass {
  /**
   * Is shown each text.
   *
   * @returns what is to stand in its place; undefined to leave it
   */
  readonly text: (text: string, role: Role, where: string) => string | undefined;
  /** Is told of each part that cannot be looked into; @returns whether it is to be taken out. */
  readonly unread: (where: string, why: string) => boolean;
  /** Bytes that may still be unpacked. */
  room: number;
}

/** Bytes to put in the place of others; undefined where nothing changed. */
export type Passed = Uint8Array | undefined;

/** Thrown when a capture unfolds to more than is looked at. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Counts what is unpacked. @throws TooLarge */
export function take(pass: Pass, bytes: Uint8Array): Uint8Array {
  pass.room -= bytes.length;
  if (pass.room < 0) throw new TooLarge();
  return bytes;
}
