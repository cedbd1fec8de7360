import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readCapture } from '../../../src/capture/read-capture.ts';
import { readableCapture } from '../../../src/capture/readable.ts';
import { CaptureRefused } from '../../../src/capture/refused.ts';
import { explainTrace } from '../../../src/capture/trace.ts';
import { makeContext } from '../../../src/cli/add/context.ts';
import { Duplicates } from '../../../src/cli/add/duplicates.ts';
import { entryFiles } from '../../../src/cli/add/entry-files.ts';
import { propose } from '../../../src/cli/add/propose.ts';
import { textsOf } from '../../../src/cli/sentences/texts-of.ts';
import { wordsOf } from '../../../src/compile/passage.ts';
import { ArchiveProblems } from '../../../src/model/problem.ts';
import { shinglesOf } from '../../../src/model/shingles.ts';
import { readArchive } from '../../../src/record/read-archive.ts';
import { parseArticle } from '../../../src/record/read-articles.ts';
import { SHAPES, type Shape } from './shapes.ts';

const CONTENT = path.join(import.meta.dirname, '../../../content');
const { record } = readArchive(CONTENT);
if (record === undefined) throw new Error(`${CONTENT} cannot be read.`);
const context = makeContext(CONTENT, record, '2026-11-21T10:00:00.000Z');
const duplicates = new Duplicates(record.articles);

/** Milliseconds of this thread's processor for a step, told as soon as it is over, so that one that never ends is known by its name. */
async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  parentPort?.postMessage({ begins: name });
  const began = process.threadCpuUsage();
  try {
    return await work();
  } finally {
    const { user, system } = process.threadCpuUsage(began);
    parentPort?.postMessage({ name, took: (user + system) / 1000 });
  }
}

async function add(bytes: Buffer, file: string): Promise<void> {
  const read = await step('reading', () => readCapture(bytes, { name: file }, context.credits));
  const proposal = await step('proposing', () => propose(read, context));
  await step('looking for duplicates', () => duplicates.warnings(proposal, ''));
  await step('writing', () => entryFiles(proposal, bytes, context));
  const capture = await step('reading again', () => readableCapture(bytes, file));
  await step('tracing', () =>
    explainTrace(capture, proposal.title, proposal.passages.flatMap(wordsOf)),
  );
}

async function work(shape: Shape, length: number): Promise<void> {
  const bytes = Buffer.from(shape.make(length));
  try {
    if (shape.work === 'add') await add(bytes, shape.file);
    else if (shape.work === 'entry') {
      await step('reading an entry', () => parseArticle(bytes, shape.file));
    } else {
      await step('looking for sentences', () => {
        for (const text of textsOf(bytes)) shinglesOf(text);
      });
    }
  } catch (error) {
    const isRefusal =
      error instanceof CaptureRefused ||
      error instanceof ArchiveProblems ||
      error instanceof RangeError;
    if (!isRefusal) throw error;
  }
}

const { name, lengths } = workerData as { name: string; lengths: readonly number[] };
const found = SHAPES.find((one) => one.name === name);
for (const length of found === undefined ? [] : [1000, ...lengths]) {
  parentPort?.postMessage({ length });
  if (found !== undefined) await work(found, length);
}
parentPort?.postMessage({ done: true });
