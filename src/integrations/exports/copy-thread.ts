import { parentPort } from 'node:worker_threads';
import { type CopyTask, copy } from './copy.ts';

// Puts files together beside the build, one after the other.
parentPort?.on('message', (task: CopyTask) => parentPort?.postMessage(copy(task)));
