// A process that works with an archive as commands do, told what to do by messages; it can be told to die before the
// nth call that changes the disk. argv: the project's folder.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { Order, Outcome } from './orders.ts';

/** Every call by which our code changes a disk. */
const CHANGES = [
  ...['writeFileSync', 'writeSync', 'writevSync', 'openSync', 'fsyncSync', 'appendFileSync'],
  ...['renameSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'mkdirSync', 'linkSync', 'symlinkSync'],
  ...['cpSync', 'copyFileSync', 'utimesSync', 'truncateSync', 'mkdtempSync', 'chmodSync'],
] as const;

// Each build has a listener for the end of the process.
process.setMaxListeners(0);
let left = Number.POSITIVE_INFINITY;
let changes = 0;
const disk = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
for (const name of CHANGES) {
  const call = disk[name];
  if (call === undefined) continue;
  disk[name] = (...args) => {
    changes++;
    if (left-- <= 0) process.kill(process.pid, 'SIGKILL');
    return call(...args);
  };
}
syncBuiltinESMExports();

const { carryOut } = await import('./carry-out.ts');

process.on('message', async (order: Order & { readonly dieAfter?: number }) => {
  left = order.dieAfter ?? Number.POSITIVE_INFINITY;
  changes = 0;
  let outcome: Outcome;
  try {
    outcome = { ok: true, said: await carryOut(order) };
  } catch (error) {
    const { name = '', message = String(error) } = error as Error;
    outcome = { ok: false, error: name, said: message, stack: (error as Error).stack };
  }
  left = Number.POSITIVE_INFINITY;
  process.send?.({ ...outcome, changes });
});
process.send?.('ready');
