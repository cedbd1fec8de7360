import { Worker } from 'node:worker_threads';
import type { CardFace } from './face.ts';

/** What the thread is sent: a card with its number. */
export interface CardOrder {
  readonly at: number;
  readonly face: CardFace;
}

/** What it sends back for each. */
export type CardAnswer =
  | { readonly at: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly at: number; readonly error: string };

type Png = Uint8Array<ArrayBuffer>;

/** Draws cards in a thread, which is started for the first of them. */
export class CardMaker {
  #worker: Worker | undefined;
  readonly #orders: PromiseWithResolvers<Png>[] = [];

  /** Begins to draw a card. */
  draw(face: CardFace): Promise<Png> {
    this.#worker ??= this.#start();
    const order = Promise.withResolvers<Png>();
    this.#worker.postMessage({ at: this.#orders.length, face } satisfies CardOrder);
    this.#orders.push(order);
    // Whoever asks for the card hears of a failure; until then it is not an unheard one.
    order.promise.catch(() => undefined);
    return order.promise;
  }

  /** Ends the thread, whatever is still to be drawn. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('card-thread.ts', import.meta.url));
    worker.on('message', (answer: CardAnswer) => {
      const order = this.#orders[answer.at];
      if ('png' in answer) order?.resolve(answer.png);
      else order?.reject(new Error(answer.error));
    });
    const fail = (error: Error) => {
      for (const order of this.#orders) order.reject(error);
    };
    worker.once('error', fail);
    worker.once('exit', () => fail(new Error('The thread that draws cards ended too soon.')));
    return worker;
  }
}
