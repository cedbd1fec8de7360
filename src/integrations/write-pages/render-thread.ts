// The beginning of a thread that renders pages.
import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { CompiledModules } from '../compiled-modules.ts';

const { compiled } = workerData as CompiledModules;
// Threads don’t inherit what V8 made of modules before.
if (compiled !== undefined) enableCompileCache(compiled);
await import('./render-share.ts');
