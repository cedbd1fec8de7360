import { KIND_WORDS, KINDS, type Kind } from '../model/kinds.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadAuthority } from './read-authorities.ts';

/** No two records of one kind claim a spelling, unless each says that it shares it with the other. */
export function checkSpellings(
  authorities: Readonly<Record<Kind, readonly ReadAuthority[]>>,
): Problem[] {
  return KINDS.flatMap((kind) => {
    const owners = new Map<string, ReadAuthority>();
    const problems: Problem[] = [];
    for (const record of authorities[kind]) {
      for (const [index, spelling] of spellings(record).entries()) {
        const owner = owners.get(spelling);
        if (owner === undefined) owners.set(spelling, record);
        else if (owner === record) problems.push(twice(record, index, spelling));
        else if (!areShared(owner, record)) problems.push(clash(record, index, spelling, owner));
      }
    }
    return problems;
  });
}

function spellings({ entry }: ReadAuthority): string[] {
  return [entry.data.name, ...entry.data.variants.map(({ spelling }) => spelling)].map((text) =>
    text.normalize('NFC'),
  );
}

function areShared(a: ReadAuthority, b: ReadAuthority): boolean {
  return (
    a.entry.data.sharedWith.includes(b.entry.id) && b.entry.data.sharedWith.includes(a.entry.id)
  );
}

function lineOfSpelling({ lineOf }: ReadAuthority, index: number): number {
  return index === 0 ? lineOf(['name']) : lineOf(['variants', index - 1, 'spelling']);
}

function twice(record: ReadAuthority, index: number, spelling: string): Problem {
  return {
    file: record.entry.file,
    line: lineOfSpelling(record, index),
    what: `The spelling “${spelling}” stands twice in this record.`,
    why: 'Readers would see it twice, and one of the two would be changed without the other.',
    remedy: 'Keep one of the two.',
  };
}

function clash(
  record: ReadAuthority,
  index: number,
  spelling: string,
  owner: ReadAuthority,
): Problem {
  return {
    file: record.entry.file,
    line: lineOfSpelling(record, index),
    what: `The spelling “${spelling}” is also claimed by ${owner.entry.file}.`,
    why: `A search for it could not say which ${KIND_WORDS[record.entry.kind].one} is meant, and guessing would be wrong half the time.`,
    remedy: `Take it out of one record, or, if both really have that name, list each other’s ids under “sharedWith” in both.`,
  };
}
