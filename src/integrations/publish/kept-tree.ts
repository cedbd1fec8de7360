import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PageLedger } from '../../record/page-ledger.ts';
import type { LinkOrder } from './link-files.ts';

/** Begins to link all files of the old site into a new folder. */
export function startLinking(order: LinkOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./link-files.ts', import.meta.url), { workerData: order });
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
}

/**
 * Makes the new site out of the linked old one: takes out what is gone or made anew, and moves in
 * what was made. A move puts another file in the place of a linked one and leaves its bytes, which
 * the old site shares, alone.
 *
 * @param tree folder with the linked files
 * @param made folder with the files that this build made; it is empty afterwards
 */
export function completeTree(
  { tree, made }: { tree: string; made: string },
  ledger: PageLedger,
): void {
  const kept = new Set(ledger.kept());
  const left = new Set<string>();
  for (const address of ledger.before.keys()) {
    if (kept.has(address)) continue;
    rmSync(path.join(tree, address), { force: true });
    left.add(path.dirname(path.join(tree, address)));
  }
  moveFiles(made, tree);
  for (const folder of left) removeEmpty(folder, tree);
}

function moveFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) moveFiles(source, target);
    else renameSync(source, target);
  }
}

function removeEmpty(folder: string, stop: string): void {
  for (let at = folder; at.startsWith(stop) && at !== stop; at = path.dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
