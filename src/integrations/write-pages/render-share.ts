// What a thread that renders pages does: it reads the record that the main thread has just written down, finds the
// same paths, and takes its share of them.
import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { readSound } from '../../record/quarantine.ts';
import { readArchive } from '../../record/read-archive.ts';
import { RecordCache } from '../../record/record-cache.ts';
import { shareRecord } from '../../record/shared-record.ts';
import { openTimings, Timings } from '../../record/timings.ts';
import { loadTemplates } from '../kept-program/templates.ts';
import { FileWriter } from './file-writer.ts';
import { renderPage } from './render-page.ts';
import type { ThreadAnswer, ThreadOrder, ThreadStart, ThreadTemplates } from './render-threads.ts';
import { SharedWork } from './shared-work.ts';

const port = parentPort;
if (port === null) throw new Error('This module runs in a thread.');
const timings = openTimings(new Timings());
try {
  // Messages may come while the record is being read: they are listened for from the start.
  const messages = on(port, 'message') as AsyncIterator<[unknown]>;
  const next = async () => (await messages.next()).value[0];
  const isAlike = readRecord(workerData as ThreadStart);
  const { templates } = (await next()) as ThreadTemplates;
  // Somebody edits while the build runs: the main thread has what it began with, and renders alone.
  if (isAlike) {
    const astro = await loadTemplates(templates);
    const paths = await astro.getStaticPaths();
    await renderShare(astro, paths, (await next()) as ThreadOrder);
  }
  port.postMessage({ timings: timings.lines } satisfies ThreadAnswer);
} catch (error) {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  port.postMessage({ error: what } satisfies ThreadAnswer);
}
port.close();

function readRecord({ folders, code, look, record: digest, quarantine }: ThreadStart): boolean {
  // Templates ask the environment which archive they are of; a thread has a copy of its own.
  Object.assign(process.env, { ARCHIVE_CONTENT: folders.content, ARCHIVE_OUT: folders.out });
  const cache = new RecordCache(folders.cache, code, look);
  const { record } = (quarantine ? readSound : readArchive)(folders.content, cache);
  if (record?.digest !== digest) return false;
  shareRecord(folders.content, record);
  return true;
}

async function renderShare(
  astro: AstroPrerenderer,
  paths: readonly PathWithRoute[],
  { site, pathnames, numbers }: ThreadOrder,
): Promise<void> {
  const work = new SharedWork(numbers, pathnames.length);
  try {
    const byName = new Map(paths.map((path) => [path.pathname, path]));
    const writer = new FileWriter(site);
    for (const at of work) {
      const pathname = pathnames[at] ?? '';
      const path = byName.get(pathname);
      if (path === undefined) throw new Error(`No route makes ${pathname}.`);
      const { file, bytes } = await renderPage(astro, path);
      writer.write(file, bytes);
    }
  } catch (error) {
    work.stop();
    throw error;
  }
}
