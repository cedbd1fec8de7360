import { parentPort } from 'node:worker_threads';
import { readCapture } from '../../capture/read-capture.ts';
import { CaptureRefused } from '../../capture/refused.ts';
import { findPrivate, summarise } from '../../private/find.ts';
import { secretsOf } from '../../private/redact.ts';
import type { ReadAnswer, ReadOrder } from './reader.ts';

parentPort?.on('message', async ({ bytes, known, credits }: ReadOrder) => {
  parentPort?.postMessage(await answer(bytes, known, credits));
});

async function answer(
  bytes: ReadOrder['bytes'],
  known: ReadOrder['known'],
  credits: ReadOrder['credits'],
): Promise<ReadAnswer> {
  try {
    const read = await readCapture(bytes, known, credits);
    const finds = findPrivate(bytes);
    return { read: { ...read, finds: summarise(finds), secrets: [...secretsOf(finds).keys()] } };
  } catch (error) {
    if (error instanceof CaptureRefused) return { error: error.message, refused: true };
    // Elements that stand too deep one inside the other use up the stack.
    if (error instanceof RangeError) {
      return { error: 'Its markup is nested too deeply. Save the page again.', refused: true };
    }
    return {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      refused: false,
    };
  }
}
