import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Given } from './given.ts';
import type { IndexNews, ThreadStart } from './index-maker.ts';

// Runs in a thread of its own: makes the index of an order, and asks for texts.
const port = parentPort;
if (port === null) throw new Error('This module runs in a thread.');
const { order, compiled } = workerData as ThreadStart;
// Threads don't inherit it, and to compile all modules anew takes longer than some builds' whole index.
if (compiled !== undefined) enableCompileCache(compiled);
const { makeIndex } = await import('./make-index.ts');
const tell = (news: IndexNews) => port.postMessage(news);
const answer = <Value>(news: IndexNews) =>
  new Promise<Value>((resolve) => {
    port.once('message', resolve);
    tell(news);
  });
try {
  const files = await makeIndex(order, {
    articles: (numbers) => answer<Given>({ ask: numbers }),
    standing: () => answer<string>({ ask: 'standing' }),
  });
  tell({ files });
} catch (error) {
  tell({ failed: error instanceof Error ? error.message : String(error) });
}
// A listener for answers would keep the thread alive.
port.close();
