import { fetchFirst, fetchFrom, unpack } from '../search/engine/files.ts';
import { openIndex } from '../search/engine/open.ts';
import { replyTo } from '../search/engine/reply.ts';
import type { Answers, Question } from '../search/protocol.ts';

/** Stands in the place of the client that asks a worker: no worker starts from a disk. */
export class SearchClient {
  readonly #index: ReturnType<typeof openIndex>;

  /** @param site address of the root of the site */
  constructor(site: URL) {
    const folder = new URL('search/', site);
    this.#index = fetchFirst(folder, 'head').then(async (head) =>
      openIndex(await unpack(head), fetchFrom(folder)),
    );
    this.#index.catch(() => undefined);
  }

  async ask<Kind extends Question['kind']>(
    question: Extract<Question, { kind: Kind }>,
  ): Promise<Answers[Kind]> {
    return (await replyTo(await this.#index, question)) as Answers[Kind];
  }
}
