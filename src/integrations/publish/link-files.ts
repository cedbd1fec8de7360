import { linkSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { LedgerLines } from '../../record/page-ledger.ts';

/** What the thread is told: link these files of one folder into another. */
export interface LinkOrder {
  readonly from: string;
  readonly to: string;
  readonly lines: LedgerLines;
}

/**
 * Links files of one folder into another, in a thread of its own while pages are made.
 *
 * @returns addresses of files that are not what the ledger says; they were not linked
 */
export function linkFiles({ from, to, lines }: LinkOrder): string[] {
  const made = new Set<string>();
  const strangers: string[] = [];
  for (const [address, { size, mtimeMs }] of lines) {
    const source = path.join(from, address);
    const target = path.join(to, address);
    const stat = statSync(source, { throwIfNoEntry: false });
    if (stat?.size !== size || stat.mtimeMs !== mtimeMs) {
      strangers.push(address);
      continue;
    }
    const folder = path.dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    linkSync(source, target);
  }
  return strangers;
}

if (parentPort) parentPort.postMessage(linkFiles(workerData as LinkOrder));
