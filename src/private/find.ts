import { PRIVATE_KINDS, type PrivateKind } from './kinds.ts';
import { scanText } from './scan-text.ts';
import { type Pass, TooLarge } from './unpack/pass.ts';
import { through } from './unpack/through.ts';

/** Something private in a capture. */
export interface PrivateFind {
  readonly kind: PrivateKind;
  /** Where it stands, in words: “record 3 (request), its head”. */
  readonly where: string;
  /** Line of the text there, from 1. */
  readonly line: number;
  /** What it is called there, and how long it is: not what it is. */
  readonly sample: string;
  /** What it is. */
  readonly secret: string;
}

/** What a capture unfolds to at most, in bytes; as much as is read of it. */
const MOST_UNPACKED = 512 * 2 ** 20;

/**
 * Finds what is private in the bytes of a capture as they were received, in whatever they are packed.
 * What cannot be looked into counts as private: nothing vouches for it.
 */
export function findPrivate(bytes: Uint8Array): PrivateFind[] {
  const finds: PrivateFind[] = [];
  const pass: Pass = {
    room: MOST_UNPACKED,
    text(text, role, where) {
      const lines = lineCounter(text);
      for (const { kind, name, secret, start } of scanText(text, role)) {
        finds.push({ kind, where, line: lines(start), sample: masked(name, secret), secret });
      }
      return undefined;
    },
    unread(where, why) {
      finds.push({ kind: 'unread', where, line: 1, sample: why, secret: '' });
      return false;
    },
  };
  try {
    through(bytes, pass, 'the capture');
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    pass.unread('the capture', 'it unfolds to more than is looked through');
  }
  return finds;
}

/** What a find is called, and how long it is. */
function masked(name: string, secret: string): string {
  const count = [...secret].length;
  return `${shown(name)}: … (${count} ${count === 1 ? 'character' : 'characters'})`;
}

function shown(name: string): string {
  return name.replace(/[^\w.\-:@[\] \u00c0-\u024f\u0400-\u04ff]/g, '').slice(0, 60);
}

function lineCounter(text: string): (at: number) => number {
  let [line, seen] = [1, 0];
  return (at) => {
    if (at < seen) [line, seen] = [1, 0];
    for (
      let next = text.indexOf('\n', seen);
      next !== -1 && next < at;
      next = text.indexOf('\n', seen)
    ) {
      line++;
      seen = next + 1;
    }
    return line;
  };
}

/** All finds of one kind in one, for those who decide: where the first stands, and how many there are. */
export interface PrivateSummary {
  readonly kind: PrivateKind;
  readonly label: string;
  readonly count: number;
  readonly where: string;
  readonly line: number;
  readonly sample: string;
}

/** Sums up finds by kind, in the order of the table of kinds. Nothing in it is a secret. */
export function summarise(finds: readonly PrivateFind[]): PrivateSummary[] {
  return (Object.keys(PRIVATE_KINDS) as PrivateKind[]).flatMap((kind) => {
    const [first, ...others] = finds.filter((find) => find.kind === kind);
    if (first === undefined) return [];
    const { where, line, sample } = first;
    return [
      { kind, label: PRIVATE_KINDS[kind].label, count: others.length + 1, where, line, sample },
    ];
  });
}
