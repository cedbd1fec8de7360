import { closeSync, openSync, statSync } from 'node:fs';
import type { Aside } from '../../record/conservation/counted.ts';
import { PLACES } from '../../record/conservation/places.ts';
import { OutputFile } from './output-file.ts';

/** Bytes, or where they stand in another file: the first byte, and the first that is none of them. */
export type Part = Uint8Array | readonly [start: number, end: number];

/** A file that is put together from new bytes and stretches of an older one. */
export interface CopyTask {
  readonly address: string;
  readonly file: string;
  readonly from: string;
  readonly parts: readonly Part[];
  readonly isHashed: boolean;
}

/** A file that was put together. */
export interface Copied {
  readonly address: string;
  readonly sha256: string;
  /** Which articles stand in it, as read from it; undefined where nobody counts them. */
  readonly counted: Aside | undefined;
}

/** Puts a file together, and reads it again where its articles are counted. */
export function copy({ address, file, from, parts, isHashed }: CopyTask): Copied {
  const out = new OutputFile(file, isHashed);
  const handle = openSync(from, 'r');
  try {
    for (const part of parts) {
      if (part instanceof Uint8Array) out.bytes(part);
      else out.stretch(handle, ...part);
    }
  } finally {
    closeSync(handle);
    out.close();
  }
  const place = PLACES[address];
  const { size, mtimeMs } = statSync(file);
  const counted = place && { size, mtimeMs, ids: [...place.ids(file)].join('\n') };
  return { address, sha256: out.close().sha256, counted };
}

/** Bytes of parts together. */
export function sizeOf(parts: readonly Part[]): number {
  return parts.reduce(
    (sum, part) => sum + (part instanceof Uint8Array ? part.length : part[1] - part[0]),
    0,
  );
}
