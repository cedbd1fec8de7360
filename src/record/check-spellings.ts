import { KIND_WORDS, KINDS, type Kind } from '../model/kinds.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadAuthority } from './read-authorities.ts';

interface Spelling {
  readonly spelling: string;
  readonly line: () => number;
}

/** No two records of one kind claim a spelling, unless each says that it shares it with the other. */
export function checkSpellings(
  authorities: Readonly<Record<Kind, readonly ReadAuthority[]>>,
): Problem[] {
  return KINDS.flatMap((kind) => {
    const owners = new Map<string, Set<ReadAuthority>>();
    const problems: Problem[] = [];
    for (const record of authorities[kind]) {
      for (const { spelling, line } of spellingsOf(record)) {
        const others = owners.get(spelling) ?? new Set();
        if (others.has(record)) problems.push(twice(record, line(), spelling));
        else {
          const rivals = [...others].filter((other) => !areShared(other, record));
          problems.push(...rivals.map((rival) => clash(record, line(), spelling, rival)));
        }
        owners.set(spelling, others.add(record));
      }
    }
    return problems;
  });
}

/** Lines are looked up where one is told: a record that is remembered is read again for that. */
function spellingsOf({ data, lineOf }: ReadAuthority): Spelling[] {
  const variants = (data.variants ?? []).map(({ spelling }, index) => ({
    spelling: spelling.normalize('NFC'),
    line: () => lineOf(['variants', index, 'spelling']),
  }));
  if (data.name === undefined) return variants;
  return [{ spelling: data.name.normalize('NFC'), line: () => lineOf(['name']) }, ...variants];
}

function areShared(a: ReadAuthority, b: ReadAuthority): boolean {
  return Boolean(a.data.sharedWith?.includes(b.id) && b.data.sharedWith?.includes(a.id));
}

function twice({ file }: ReadAuthority, line: number, spelling: string): Problem {
  return {
    file,
    line,
    what: `The spelling “${spelling}” stands twice in this record.`,
    why: 'Readers would see it twice, and one of the two would be changed without the other.',
    remedy: 'Keep one of the two.',
  };
}

function clash(
  record: ReadAuthority,
  line: number,
  spelling: string,
  rival: ReadAuthority,
): Problem {
  return {
    file: record.file,
    line,
    also: rival.file,
    what: `The spelling “${spelling}” is also claimed by ${rival.file}.`,
    why: `A search for it could not say which ${KIND_WORDS[record.kind].one} is meant, and guessing would be wrong half the time.`,
    remedy: `Take it out of one record; or, if both really have that name, put “${rival.id}” under “sharedWith” here and “${record.id}” there.`,
  };
}
