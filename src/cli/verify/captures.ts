import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ReadableCapture, readableCapture } from '../../capture/readable.ts';
import { CaptureRefused } from '../../capture/refused.ts';
import type { ArticleEntry } from '../../record/types.ts';

/** A capture as text, or why it can't be read; undefined where it is not there. */
export type CaptureToCheck = ReadableCapture | { readonly refused: string } | undefined;

export type CapturesOf = (article: ArticleEntry) => Promise<CaptureToCheck>;

/** Reads the captures of a content folder as text; the last one is kept for the next rule. */
export function capturesOf(folder: string): CapturesOf {
  let last: { file: string; read: Promise<CaptureToCheck> } | undefined;
  return ({ data }) => {
    const { file } = data.capture;
    if (last?.file !== file) last = { file, read: readCapture(folder, file) };
    return last.read;
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
