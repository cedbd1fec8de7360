import { setTimeout as wait } from 'node:timers/promises';
import { CaptureRefused } from '../refused.ts';
import { type Answer, type Deadline, failed } from './respond.ts';

/** What a server sent, and whether anything but the end of the connection says that this is all of it. */
export interface AnswerBody {
  readonly bytes: Uint8Array;
  readonly lengthUnknown: boolean;
}

/** Milliseconds in which the connection may close or send more than it announced. */
const AFTERWARDS = 200;

/**
 * Reads an answer to its end (RFC 9112, 6.3 and 8): as long as its header says, to its last chunk, or,
 * where it states neither, until the server ends the connection in good order. Node takes a connection
 * that was reset, or that we gave up, for the end of such an answer.
 *
 * @throws CaptureRefused when it stops before its end, goes on behind it, or is too large
 */
export async function bodyOf(
  { request, response, hasEnded, fault }: Answer,
  most: number,
  deadline: Deadline,
): Promise<AnswerBody> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response) {
      size += (part as Buffer).length;
      if (size > most) {
        response.destroy();
        throw new CaptureRefused(
          `The page has more than ${Math.floor(most / 2 ** 20)} MB.`,
          'Save it in a browser, without its videos.',
        );
      }
      parts.push(part as Buffer);
    }
  } catch (error) {
    throw error instanceof CaptureRefused ? error : stopped(error as Error, size, deadline);
  }
  if (deadline.signal.aborted || !response.complete) {
    throw stopped(new Error('incomplete'), size, deadline);
  }
  const chunked = /\bchunked\b/i.test(response.headers['transfer-encoding'] ?? '');
  const lengthUnknown = response.headers['content-length'] === undefined && !chunked;
  if (lengthUnknown && !hasEnded()) throw stopped(new Error('reset'), size, deadline);
  if (!request.closed)
    await Promise.race([closed(request), wait(AFTERWARDS, undefined, { ref: false })]);
  const late = fault();
  request.destroy();
  if ((late as NodeJS.ErrnoException | undefined)?.code?.startsWith('HPE_')) {
    throw new CaptureRefused(
      'The server sent something else than it announced: its answer does not end where its header says.',
      'Open the page in a browser and save it there.',
    );
  }
  return { bytes: Buffer.concat(parts), lengthUnknown };
}

function closed(request: Answer['request']): Promise<void> {
  return new Promise((resolve) => request.once('close', () => resolve()));
}

function stopped(error: Error, size: number, deadline: Deadline): CaptureRefused {
  if (size === 0) return failed(error, deadline);
  return new CaptureRefused(
    `The answer stopped before its end, after ${size.toLocaleString('en')} bytes${deadline.signal.aborted ? ': the page did not arrive in time' : ''}. Half a page is not kept.`,
    'Try again later, or open the page in a browser and save it there.',
  );
}
