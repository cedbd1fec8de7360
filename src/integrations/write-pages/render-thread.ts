// A thread that renders pages: it reads the record that the main thread has just written down, finds the
// same paths, and takes its share of them.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { readSound } from '../../record/quarantine.ts';
import { readArchive } from '../../record/read-archive.ts';
import { RecordCache } from '../../record/record-cache.ts';
import { shareRecord } from '../../record/shared-record.ts';
import { loadTemplates } from '../kept-program/templates.ts';
import { FileWriter } from './file-writer.ts';
import { renderPage } from './render-page.ts';
import type { ThreadAnswer, ThreadOrder, ThreadStart } from './render-threads.ts';
import { SharedWork } from './shared-work.ts';

const port = parentPort;
if (port === null) throw new Error('This module runs in a thread.');
try {
  // Listened for from the start: the order may come while the record is being read.
  const ordered = once(port, 'message') as Promise<[ThreadOrder]>;
  const isAlike = readRecord(workerData as ThreadStart);
  const [order] = await ordered;
  // Somebody edits while the build runs: the main thread has what it began with, and renders alone.
  if (isAlike) await renderShare(order);
  port.postMessage({} satisfies ThreadAnswer);
} catch (error) {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  port.postMessage({ error: what } satisfies ThreadAnswer);
}
port.close();

function readRecord({ folders, code, record: digest, quarantine }: ThreadStart): boolean {
  // Templates ask the environment which archive they are of; a thread has a copy of its own.
  Object.assign(process.env, { ARCHIVE_CONTENT: folders.content, ARCHIVE_OUT: folders.out });
  const cache = new RecordCache(folders.cache, code, Date.now());
  const { record } = (quarantine ? readSound : readArchive)(folders.content, cache);
  if (record?.digest !== digest) return false;
  shareRecord(folders.content, record);
  return true;
}

async function renderShare({ templates, site, pathnames, numbers }: ThreadOrder): Promise<void> {
  const work = new SharedWork(numbers, pathnames.length);
  try {
    const astro: AstroPrerenderer = await loadTemplates(templates);
    const paths = new Map<string, PathWithRoute>();
    for (const path of await astro.getStaticPaths()) paths.set(path.pathname, path);
    const writer = new FileWriter(site);
    for (const at of work) {
      const pathname = pathnames[at] ?? '';
      const path = paths.get(pathname);
      if (path === undefined) throw new Error(`No route makes ${pathname}.`);
      const { file, bytes } = await renderPage(astro, path);
      writer.write(file, bytes);
    }
  } catch (error) {
    work.stop();
    throw error;
  }
}
