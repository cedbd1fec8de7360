import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Trace, traceCapture } from '../model/trace-capture.ts';
import { foldersOf } from '../record/folders.ts';
import type { Article } from './articles.ts';

/** Bytes of an article's capture, as received. */
export function captureBytes({ data }: Article): Uint8Array<ArrayBuffer> {
  const { content } = foldersOf(process.env, process.cwd());
  return new Uint8Array(readFileSync(path.join(content, data.capture.file)));
}

/**
 * What of a text capture was kept and what was cut.
 *
 * @returns undefined for a capture that is not plain text; its bytes can still be had
 * @throws Error for the capture of an article whose text is withheld
 */
export function traceOf(article: Article): Trace | undefined {
  if (!/\.(?:txt|md)$/.test(article.data.capture.file)) return undefined;
  const text = new TextDecoder('utf-8').decode(captureBytes(article));
  const passages = article.body.blocks.map((block) => block.text);
  return traceCapture(text, [article.title, ...passages]);
}
