// Runs beside the page, so that nothing in it waits for a search.
import { fetchFrom, unpack } from './engine/files.ts';
import { Given } from './engine/given.ts';
import { type OpenIndex, openIndex } from './engine/open.ts';
import { replyTo } from './engine/reply.ts';
import type { Answers, Message, Question, Reply } from './protocol.ts';

const scope = self as unknown as {
  postMessage(reply: Reply): void;
  addEventListener(kind: 'message', listen: (event: MessageEvent<Message>) => void): void;
  location: Location;
};

// The worker stands in the folder of scripts, one below the root of the site, wherever that is.
const folder = new URL('../search/', scope.location.href);
let index: Promise<OpenIndex> | undefined;

const given = new Given(fetchFrom(folder));

async function open(head: ArrayBuffer): Promise<OpenIndex> {
  return openIndex(await unpack(head), given.fetch);
}

async function reply(question: Question): Promise<Answers[keyof Answers]> {
  if (index === undefined) throw new Error('The index is not open.');
  return replyTo(await index, question);
}

scope.addEventListener('message', ({ data }) => {
  if ('head' in data) {
    given.expect(data.coming);
    index = open(data.head);
    index.catch(() => undefined);
    return;
  }
  if ('name' in data) {
    given.take(data.name, data.packed);
    return;
  }
  reply(data.question).then(
    (answer) => scope.postMessage({ id: data.id, answer }),
    (error: unknown) => scope.postMessage({ id: data.id, error: String(error) }),
  );
});
