import { fetchFirst, fetchVersion, unpack } from './engine/files.ts';
import { firstWords } from './engine/first-words.ts';
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
   * @param query what will be searched for first, if that is known
   * @throws where the browser has no workers
   */
  constructor(site: URL, query = '') {
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
    this.#opened = this.#open(new URL('search/', site), query);
    this.#opened.catch(() => undefined);
  }

  /** Fetches what the first answer needs here and not in the worker, so that it comes while the worker does. */
  async #open(folder: URL, query: string): Promise<void> {
    const columns = fetchFirst(folder, 'columns');
    columns.catch(() => undefined);
    const head = await fetchFirst(folder, 'head');
    const { version, files } = firstWords(await unpack(head.slice(0)), query);
    this.#send({ head, coming: ['columns', ...files] }, [head]);
    this.#give('columns', columns);
    for (const name of files) this.#give(name, fetchVersion(folder, name, version));
  }

  /** Hands a file on when it has come; without one the worker asks for it itself. */
  #give(name: string, file: Promise<ArrayBuffer>): void {
    file.then(
      (packed) => this.#send({ name, packed }, [packed]),
      () => this.#send({ name }),
    );
  }

  #send(message: Message, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
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
      this.#send({ id, question });
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
