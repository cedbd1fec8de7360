import { parentPort, workerData } from 'node:worker_threads';
import type { Given } from './given.ts';
import type { IndexNews } from './index-maker.ts';
import { makeIndex } from './make-index.ts';
import type { IndexOrder } from './order.ts';

// Runs in a thread of its own: makes the index of an order, and asks for texts.
const port = parentPort;
if (port === null) throw new Error('This module is run in a thread.');
const tell = (news: IndexNews) => port.postMessage(news);
const answer = <Value>(news: IndexNews) =>
  new Promise<Value>((resolve) => {
    port.once('message', resolve);
    tell(news);
  });
try {
  const files = await makeIndex(workerData as IndexOrder, {
    articles: (numbers) => answer<Given>({ ask: numbers }),
    standing: () => answer<string>({ ask: 'standing' }),
  });
  tell({ files });
} catch (error) {
  tell({ failed: error instanceof Error ? error.message : String(error) });
}
// A listener for answers would keep the thread alive.
port.close();
