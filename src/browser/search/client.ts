import { fetchHead } from './engine/files.ts';
import type { Answers, Message, Question, Reply } from './protocol.ts';

/** Time after which an index that says nothing is taken for one that can't be had. */
const PATIENCE = 45_000;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

/** Asks the worker that searches. */
export class SearchClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<
    number,
    { done: (answer: never) => void; fail: (e: Error) => void }
  >();
  #next = 0;

  readonly #opened: Promise<void>;

  /**
   * @param site address of the root of the site
   * @throws where the browser has no workers
   */
  constructor(site: URL) {
    this.#worker = new Worker(workerAddress(), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const one = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('error' in data) one?.fail(new Error(data.error));
      else one?.done(data.answer as never);
    });
    this.#worker.addEventListener('error', () => {
      for (const { fail } of this.#waiting.values()) fail(new Error('The worker failed.'));
      this.#waiting.clear();
    });
    // Fetched here and not in the worker, so that it comes while the worker does.
    this.#opened = fetchHead(new URL('search/', site)).then((head) => {
      const message: Message = { head };
      this.#worker.postMessage(message, [head]);
    });
    this.#opened.catch(() => undefined);
  }

  async ask<Kind extends Question['kind']>(
    question: Extract<Question, { kind: Kind }>,
  ): Promise<Answers[Kind]> {
    await this.#opened;
    const id = this.#next++;
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        fail(new Error('No answer came.'));
      }, PATIENCE);
      this.#waiting.set(id, {
        done: (answer) => {
          clearTimeout(timer);
          done(answer);
        },
        fail: (error) => {
          clearTimeout(timer);
          fail(error);
        },
      });
      const message: Message = { id, question };
      this.#worker.postMessage(message);
    });
  }
}

/** The worker's own address, which the policy of the page lets through and nothing else. */
function workerAddress(): string {
  const address = new URL(
    import.meta.env.DEV ? './worker.ts' : './search-worker.js',
    import.meta.url,
  ).href;
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (types === undefined) return address;
  return types
    .createPolicy('pressmark-search', {
      createScriptURL(url) {
        if (url !== address) throw new TypeError(`${url} is not the worker of the search.`);
        return url;
      },
    })
    .createScriptURL(address);
}
