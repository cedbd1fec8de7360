// A thread that draws cards, so that whoever finds and renders pages has no need to wait for their pixels.
import { parentPort } from 'node:worker_threads';
import type { CardAnswer, CardOrder } from './card-maker.ts';
import { drawCard, WIDTH } from './draw-card.ts';
import { renderPng } from './render-png.ts';

parentPort?.on('message', async ({ at, face }: CardOrder) => {
  try {
    const png = await renderPng(drawCard(face), WIDTH);
    parentPort?.postMessage({ at, png } satisfies CardAnswer, [png.buffer]);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ at, error: what } satisfies CardAnswer);
  }
});
