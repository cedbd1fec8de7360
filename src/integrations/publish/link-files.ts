import { linkSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is told: link these files of one folder into another. */
export interface LinkOrder {
  readonly from: string;
  readonly to: string;
  readonly addresses: readonly string[];
}

/** Links files of one folder into another, in a thread of its own while pages are made. */
export function linkFiles({ from, to, addresses }: LinkOrder): void {
  const made = new Set<string>();
  for (const address of addresses) {
    const target = path.join(to, address);
    const folder = path.dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    linkSync(path.join(from, address), target);
  }
}

if (parentPort) {
  linkFiles(workerData as LinkOrder);
  parentPort.postMessage('done');
}
