import { getCompileCacheDir } from 'node:module';
import path from 'node:path';

/** What a thread needs to load modules as they were compiled before. */
export interface CompiledModules {
  /** Folder of what V8 made of modules before, if that is kept. */
  readonly compiled?: string;
}

/** Where this process keeps compiled modules, for a thread to be told: threads don’t inherit it. */
export function compiledModules(): CompiledModules {
  // It is one for each version of Node below the folder that was named.
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { compiled: path.dirname(folder) };
}
