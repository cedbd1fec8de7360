import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ReadableCapture, readableCapture } from '../../capture/readable.ts';
import { CaptureRefused } from '../../capture/refused.ts';
import type { ArticleEntry } from '../../record/types.ts';

/** A capture as text, or why it can't be read; undefined where it is not there. */
export type CaptureToCheck = ReadableCapture | { readonly refused: string } | undefined;

export type CapturesOf = (article: ArticleEntry) => Promise<CaptureToCheck>;

/** Captures that are kept for the next rule: rules go through the articles one after the other. */
const KEPT = 64;

/** Reads the captures of a content folder as text. */
export function capturesOf(folder: string): CapturesOf {
  const kept = new Map<string, Promise<CaptureToCheck>>();
  return ({ data }) => {
    const { file } = data.capture;
    const before = kept.get(file);
    if (before !== undefined) return before;
    const read = readCapture(folder, file);
    kept.set(file, read);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return read;
  };
}

async function readCapture(folder: string, file: string): Promise<CaptureToCheck> {
  const name = path.join(folder, file);
  if (!existsSync(name)) return undefined;
  try {
    return await readableCapture(readFileSync(name), file);
  } catch (error) {
    if (error instanceof CaptureRefused) return { refused: error.message };
    throw error;
  }
}
