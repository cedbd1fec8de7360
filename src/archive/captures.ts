import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExplainedTrace } from '../capture/trace.ts';
import { currentArchive } from '../record/current-archive.ts';
import type { Article } from './articles.ts';
import { boundTrace, type ShownTrace } from './bound-trace.ts';

/** Bytes that are published of an article's capture: as received, or of the redacted copy. */
export function captureBytes({ id, published }: Article): Uint8Array<ArrayBuffer> {
  if (published.kind === 'hash') throw new Error(`Nothing of the capture of ${id} may be shown.`);
  const { content } = currentArchive().folders;
  return new Uint8Array(readFileSync(path.join(content, published.file)));
}

/** A capture as its page shows it. */
export interface ShownCapture extends ShownTrace {
  /** Whether its text was taken out of a page, so that its markup is not shown. */
  readonly isPage: boolean;
  readonly container: string | undefined;
}

/**
 * What of a capture was kept and what was cut, passage by passage.
 *
 * @returns undefined for a capture that cannot be read as text; its bytes can still be had
 */
export async function traceOf(article: Article): Promise<ShownCapture | undefined> {
  // The readers of pages take a while to load, and most pages of a build do without them.
  const { CaptureRefused } = await import('../capture/refused.ts');
  const { readableCapture } = await import('../capture/readable.ts');
  const { explainTrace } = await import('../capture/trace.ts');
  const { data, body, title } = article;
  const passages = body.blocks.map(({ text }) => text);
  const facts = [data.byline, data.dateline, data.url, data.dateOnPage];
  try {
    const capture = await readableCapture(captureBytes(article), nameOf(article));
    const trace: ExplainedTrace = explainTrace(
      capture,
      data.supplied.title === undefined ? title : undefined,
      passages,
      facts.filter((fact) => fact !== undefined),
    );
    return { ...boundTrace(trace), isPage: capture.isPage, container: capture.container };
  } catch (error) {
    if (error instanceof CaptureRefused) return undefined;
    throw error;
  }
}

/** Name of the file that is shown, for its ending. */
function nameOf({ data, published }: Article): string {
  return published.kind === 'hash' ? data.capture.file : published.file;
}
