import path from 'node:path';
import fc from 'fast-check';
import { makeContext } from '../../src/cli/add/context.ts';
import { type Fate, fateOf, HOSTILE } from '../../src/cli/add/hostile-captures.ts';
import { readArchive } from '../../src/record/read-archive.ts';

const CONTENT = path.join(import.meta.dirname, '../../content');
/** Documents are made in batches; all of ten thousand at once would be much to hold. */
const BATCH = 500;

/**
 * Takes so many hostile documents, half of them texts and half pages, from bytes to compiled page and
 * prints what became of them.
 *
 * @returns whether none ran, broke or changed a word
 */
export async function measureHostile(runs: number, seed: number): Promise<boolean> {
  const { record } = readArchive(CONTENT);
  if (record === undefined) throw new Error(`${CONTENT} cannot be read; run npm run verify.`);
  const context = makeContext(CONTENT, record, '2026-11-21T10:00:00.000Z');
  const total: Record<Fate, number> = { written: 0, refused: 0, ran: 0, broke: 0, changed: 0 };
  for (const [index, { kind, documents, name }] of HOSTILE.entries()) {
    const fates: typeof total = { written: 0, refused: 0, ran: 0, broke: 0, changed: 0 };
    const wanted = Math.ceil(runs / HOSTILE.length);
    for (let done = 0; done < wanted; done += BATCH) {
      const numRuns = Math.min(BATCH, wanted - done);
      for (const document of fc.sample(documents, {
        numRuns,
        seed: seed * 1e6 + index * 1e5 + done,
      })) {
        const fate = await fateOf(document, name, context);
        fates[fate]++;
        if (fate !== 'written' && fate !== 'refused') console.log(fate, JSON.stringify(document));
      }
    }
    console.log(kind, words(fates));
    for (const fate of Object.keys(total) as Fate[]) total[fate] += fates[fate];
  }
  console.log('all', words(total));
  return total.ran + total.broke + total.changed === 0;
}

function words(fates: Readonly<Record<Fate, number>>): string {
  return Object.entries(fates)
    .map(([fate, count]) => `${count} ${fate}`)
    .join(', ');
}
