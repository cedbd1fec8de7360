import { bytesOf, integersIn, readPacked, textOf, writePacked } from '../../record/packed-file.ts';

/** What is kept from build to build, by name: numbers, bytes, or texts without line breaks. */
export type Kept = ReadonlyMap<string, Uint32Array | Uint8Array | readonly string[]>;

/** What a section holds. */
interface Part {
  readonly name: string;
  readonly type: 'numbers' | 'bytes' | 'texts';
  /** How many texts; none are not the same as one that is empty. */
  readonly count: number;
}

interface Head {
  readonly key: string;
  readonly parts: readonly Part[];
}

/**
 * Writes what is kept, in one step.
 *
 * @param key digest of what decides how it is read: under another one it is nobody's
 */
export function writeKept(file: string, key: string, kept: Kept): void {
  const parts = [...kept].map(([name, value]): Part => {
    const type =
      value instanceof Uint32Array ? 'numbers' : value instanceof Uint8Array ? 'bytes' : 'texts';
    return { name, type, count: value.length };
  });
  const sections = [...kept.values()].map((value) => {
    if (value instanceof Uint32Array) return bytesOf(value);
    return value instanceof Uint8Array ? value : Buffer.from(value.join('\n'));
  });
  writePacked(file, { key, parts } satisfies Head, sections);
}

/** Reads what is kept; undefined where there is nothing of that key that can be read. */
export function readKept(file: string, key: string): Kept | undefined {
  const packed = readPacked(file);
  const head = packed?.head as Head | undefined;
  if (packed === undefined || head?.key !== key) return undefined;
  return new Map(
    head.parts.map(({ name, type, count }, at): [string, Uint32Array | Uint8Array | string[]] => {
      const section = packed.sections[at] as (typeof packed.sections)[number];
      if (type === 'bytes') return [name, section];
      if (type === 'numbers') return [name, integersIn(section)];
      return [name, count === 0 ? [] : textOf(section).split('\n')];
    }),
  );
}
