import { workerData } from 'node:worker_threads';
import { AT, addressesOf, linkFiles, lookAtFiles, ORDER, type SiteWork } from './work.ts';

const work = workerData as SiteWork;
const { control } = work;
try {
  const addressOf = addressesOf(work);
  lookAtFiles(work, addressOf);
  Atomics.wait(control, AT.order, ORDER.none);
  if (Atomics.load(control, AT.order) === ORDER.link) linkFiles(work, addressOf);
} catch (error) {
  // Whoever waits is told at once; the error itself reaches the main thread's events.
  Atomics.store(control, AT.failed, 1);
  Atomics.notify(control, AT.looked);
  Atomics.notify(control, AT.linkDone);
  throw error;
}
