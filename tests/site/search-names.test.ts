import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type OpenIndex, openIndex } from '../../src/browser/search/engine/open.ts';
import { resultsOf } from '../../src/browser/search/engine/results.ts';
import { editsWithin } from '../../src/model/search/names/edits.ts';
import type { NameRecord } from '../../src/model/search/names/records.ts';
import { answer } from '../../src/model/search/plan/answer.ts';
import { reasonFor } from '../../src/model/search/plan/part.ts';
import { EMPTY } from '../../src/model/search/state.ts';
import { foldedWords } from '../../src/model/search/text/words.ts';
import { shippedSite } from './built-site.ts';

/** Misspellings of each kind that are tried. */
const TRIED = 200;

/** Further words: none, a name, a word that some articles hold, and one that none does. */
const FURTHER = ['', 'Sochi', 'sovereignty', 'gas'];

const site = shippedSite();
let index: OpenIndex;
let spellings: { record: NameRecord; spelling: string; folded: string }[];

before(async () => {
  const file = (name: string) => new Uint8Array(gunzipSync(site.bytes(`/search/${name}.bin`)));
  index = await openIndex(file('head'), async (name) => file(name));
  spellings = index.library.directory.records.flatMap((record) =>
    record.spellings.map((spelling) => ({ record, spelling, folded: foldedWords(spelling) })),
  );
});

async function ask(query: string) {
  return answer({ ...EMPTY, query: query.trim() }, index.library);
}

/** What is found: which articles, and which of them hold everything. */
async function found(query: string): Promise<string> {
  const { docs, whole } = await ask(query);
  const sorted = (list: Uint32Array) => [...list].sort((a, b) => a - b).join(' ');
  return `${sorted(docs.slice(0, whole))} of ${sorted(docs)}`;
}

const known = new Map<string, Promise<string>>();

function foundByName({ name }: NameRecord, further: string): Promise<string> {
  const query = `${name} ${further}`;
  const result = known.get(query) ?? found(query);
  known.set(query, result);
  return result;
}

/** A small generator of pseudo-random numbers (Lehmer's). */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзиклмнопрстуфхцчшщыэюя'];

type Slip = (letters: readonly string[], at: number, draw: (below: number) => number) => string[];

const SLIPS: Readonly<Record<string, Slip>> = {
  transposed: (word, at) => [
    ...word.slice(0, at),
    word[at + 1] ?? '',
    word[at] ?? '',
    ...word.slice(at + 2),
  ],
  dropped: (word, at) => [...word.slice(0, at), ...word.slice(at + 1)],
  doubled: (word, at) => [...word.slice(0, at), word[at] ?? '', ...word.slice(at)],
  substituted: (word, at, draw) => {
    const alphabet = ALPHABETS[/\p{Script=Cyrillic}/u.test(word[at] ?? '') ? 1 : 0] ?? '';
    return [...word.slice(0, at), alphabet[draw(alphabet.length)] ?? '', ...word.slice(at + 1)];
  },
};

/** Whether a misspelling is no nearer to the name than to one of another record, or is itself one. */
function isAnothers(folded: string, meant: NameRecord, bearers: ReadonlySet<NameRecord>): boolean {
  const distance = (mine: boolean) =>
    Math.min(
      ...spellings
        .filter(({ record }) => bearers.has(record) === mine && (mine || record !== meant))
        .map((one) => editsWithin(folded, one.folded, 3)),
    );
  return distance(false) <= distance(true);
}

/** Draws misspellings of names of five letters or more. */
function misspellings(slip: Slip, seed: number): { record: NameRecord; typed: string }[] {
  const draw = drawer(seed);
  const made: { record: NameRecord; typed: string }[] = [];
  for (let left = TRIED * 40; made.length < TRIED && left > 0; left--) {
    const { record, spelling, folded } =
      spellings[draw(spellings.length)] ?? spellings[0] ?? never();
    const letters = [...spelling];
    const at = draw(letters.length - 1);
    const isPair = /^\p{L}{2}$/u.test(`${letters[at]}${letters[at + 1]}`);
    if (!isPair || letters.filter((letter) => /\p{L}/u.test(letter)).length < 5) continue;
    const typed = slip(letters, at, draw).join('');
    const bearers = new Set(
      spellings.filter((one) => one.folded === folded).map((one) => one.record),
    );
    if (foldedWords(typed) === folded || isAnothers(foldedWords(typed), record, bearers)) continue;
    made.push({ record, typed });
  }
  assert.equal(made.length, TRIED);
  return made;
}

function never(): never {
  throw new Error('The archive has no names.');
}

describe('A search for a name', () => {
  it('finds under every spelling what it finds under the main name, with a further word too', async () => {
    const wrong: string[] = [];
    for (const { record, spelling } of spellings) {
      for (const further of FURTHER) {
        const [here, there] = [
          await found(`${spelling} ${further}`),
          await foundByName(record, further),
        ];
        if (here !== there) wrong.push(`${spelling} ${further}: ${here}, not ${there}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  for (const [number, [kind, slip]] of Object.entries(SLIPS).entries()) {
    it(`finds the same with a letter ${kind}, ${TRIED} times`, async () => {
      const wrong: string[] = [];
      for (const [at, { record, typed }] of misspellings(slip, 11 + number).entries()) {
        for (const further of ['', FURTHER[1 + (at % (FURTHER.length - 1))] ?? '']) {
          const [here, there] = [
            await found(`${typed} ${further}`),
            await foundByName(record, further),
          ];
          if (here !== there) wrong.push(`${typed} ${further} (${record.name}): ${here}, ${there}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('gives a reason for every result that does not hold what was typed', async () => {
    const silent: string[] = [];
    const texts = await Promise.all(
      Array.from({ length: index.library.columns.count }, async (_, doc) => {
        const article = await index.article(doc);
        return ` ${foldedWords([article?.title, ...(article?.text ?? [])].join(' '))} `;
      }),
    );
    const typos = misspellings(SLIPS['transposed'] ?? never(), 5).map(({ typed }) => typed);
    for (const typed of [...spellings.map(({ spelling }) => spelling), ...typos]) {
      const { docs, read } = await ask(`${typed} Sochi`);
      for (const doc of docs) {
        for (const part of read.parts) {
          const isHeld = texts[doc]?.includes(` ${foldedWords(part.typed)} `);
          if (!isHeld && reasonFor(part, doc).kind === 'typed')
            silent.push(`${typed}: ${part.typed}`);
        }
      }
    }
    assert.deepEqual(silent, []);
  });

  it('says under which forms a phrase was found where it does not stand as typed', async () => {
    const { hits } = await resultsOf(index, { ...EMPTY, query: '"veteran leaders"' }, 0, 10);
    assert.ok(hits.length > 0);
    for (const { reasons } of hits) {
      assert.deepEqual(
        reasons.map((reason) => (reason.kind === 'holds' ? reason.forms : reason.kind)),
        [['veteran leader']],
      );
    }
  });
});
