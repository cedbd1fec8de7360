import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answer } from '../../src/model/search/plan/answer.ts';
import { EMPTY } from '../../src/model/search/state.ts';
import { CACHE } from '../cache.ts';
import { indexSmallArchive } from './small-archive.ts';

/** How often one spelling of a name finds another. */
export interface NamePairs {
  readonly pairs: number;
  readonly found: number;
  /** Pairs of different names, and how many of them find each other. */
  readonly others: number;
  readonly wrong: number;
  readonly missed: readonly string[];
  readonly mistaken: readonly string[];
}

/** The spellings of each name of a list. */
export function readNames(file: string): string[][] {
  return readFileSync(path.join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [...new Set(line.split('|'))]);
}

/** Archives made so far: a record is read once per folder and process. */
let archives = 0;

/** Sentences around a name, so that the words of an archive are not names alone. */
const AROUND = [
  'said on Monday that the talks would go on, and that nobody had been told of the plan.',
  'met reporters in the capital after the vote and spoke of prices, schools and the new road.',
  'will travel to the summit next week, an official of the ministry said late in the evening.',
];

/**
 * Makes an archive for each column of spellings, in which every name stands in that spelling alone, and
 * asks it for every other spelling, as it is searched for in the browser.
 *
 * @param pick what of a spelling is written and asked for: the whole, or the surname
 * @param withRecords whether each name has an authority record with all of its spellings
 */
export async function measureNames(
  names: readonly (readonly string[])[],
  pick: (spelling: string) => string,
  withRecords = false,
): Promise<NamePairs> {
  const columns = Math.max(...names.map((spellings) => spellings.length));
  const [missed, mistaken]: [string[], string[]] = [[], []];
  let [pairs, others] = [0, 0];
  for (let column = 0; column < columns; column++) {
    const held = names.map((spellings) => spellings[column]);
    const index = await indexSmallArchive(
      path.join(CACHE, 'names', String(archives++)),
      held.flatMap((spelling, at) =>
        spelling === undefined
          ? []
          : [
              {
                id: `2001/name-${at}`,
                title: `Report number ${at + 1}`,
                date: '2001-01-01',
                paragraphs: [`Yesterday ${pick(spelling)} ${AROUND[at % AROUND.length]}`],
                people: withRecords ? [`name-${at}`] : [],
              },
            ],
      ),
      withRecords ? recordsOf(names) : new Map(),
    );
    const numbers = new Map<number, number>();
    for (let doc = 0; doc < index.library.columns.count; doc++) {
      numbers.set(doc, Number((await index.article(doc))?.id.replace(/^.*-/, '')));
    }
    for (const [at, spellings] of names.entries()) {
      const there = held[at];
      if (there === undefined) continue;
      for (const [other, spelling] of spellings.entries()) {
        if (other === column || pick(spelling) === pick(there)) continue;
        const { docs } = await answer(
          { ...EMPTY, query: pick(spelling), match: 'all' },
          index.library,
        );
        const found = new Set([...docs].map((doc) => numbers.get(doc) ?? -1));
        pairs++;
        if (!found.has(at)) missed.push(`${pick(there)} ← ${pick(spelling)}`);
        for (const [number, theirs] of held.entries()) {
          if (number === at || theirs === undefined || isShared(names[number], spellings, pick)) {
            continue;
          }
          others++;
          if (found.has(number)) mistaken.push(`${pick(theirs)} ← ${pick(spelling)}`);
        }
      }
    }
  }
  return {
    pairs,
    found: pairs - missed.length,
    others,
    wrong: mistaken.length,
    missed,
    mistaken,
  };
}

/** Two people may bear one name, which is then found for both. */
function isShared(
  a: readonly string[] | undefined,
  b: readonly string[],
  pick: (spelling: string) => string,
): boolean {
  const theirs = new Set(b.map(pick));
  return a?.some((spelling) => theirs.has(pick(spelling))) ?? false;
}

function recordsOf(names: readonly (readonly string[])[]): Map<string, object> {
  return new Map(
    names.map(([name, ...variants], at) => [
      `name-${at}`,
      {
        name,
        variants: variants.map((spelling) => ({
          spelling,
          language: 'und',
          is: 'another spelling',
        })),
      },
    ]),
  );
}

/** The last word of a name. */
export function surname(spelling: string): string {
  return spelling.split(' ').at(-1) ?? spelling;
}
