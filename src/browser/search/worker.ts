// Runs beside the page, so that nothing in it waits for a search.
import { fetchFrom } from './engine/files.ts';
import { type OpenIndex, openIndex } from './engine/open.ts';
import { marksFor, resultsOf, suggestionsFor } from './engine/results.ts';
import type { Answers, Message, Question, Reply } from './protocol.ts';

const scope = self as unknown as {
  postMessage(reply: Reply): void;
  addEventListener(kind: 'message', listen: (event: MessageEvent<Message>) => void): void;
  location: Location;
};

// The worker stands in the folder of scripts, one below the root of the site, wherever that is.
const folder = new URL('../search/', scope.location.href);
let index: Promise<OpenIndex> | undefined;

function opened(): Promise<OpenIndex> {
  index ??= openIndex(fetchFrom(folder)).catch((error: unknown) => {
    index = undefined;
    throw error;
  });
  return index;
}

async function reply(question: Question): Promise<Answers[keyof Answers]> {
  const open = await opened();
  if (question.kind === 'search') {
    return resultsOf(open, question.state, question.from, question.count);
  }
  if (question.kind === 'suggest') return suggestionsFor(open, question.typed);
  return marksFor(open, question.query);
}

scope.addEventListener('message', ({ data: { id, question } }) => {
  reply(question).then(
    (answer) => scope.postMessage({ id, answer }),
    (error: unknown) => scope.postMessage({ id, error: String(error) }),
  );
});

void opened().catch(() => undefined);
