import { KIND_WORDS, KINDS, type Kind } from '../model/kinds.ts';
import { nearest } from '../model/names/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadAuthority } from './read-authorities.ts';
import type { ReadDossier } from './read-dossiers.ts';

/** A record that a dossier names, by a link or on a map, must be there. */
export function checkGuideRecords(
  dossiers: readonly ReadDossier[],
  authorities: Readonly<Record<Kind, readonly ReadAuthority[]>>,
): Problem[] {
  const known = Object.fromEntries(
    KINDS.map((kind) => [kind, new Set(authorities[kind].map(({ id }) => id))]),
  ) as Record<Kind, Set<string>>;
  return dossiers.flatMap(({ file, parts }) =>
    parts.records.flatMap(({ kind, id, line }) => {
      if (known[kind].has(id)) return [];
      const guess = nearest(id, known[kind]);
      const make = `make the record ${kind}/${id}.yml`;
      return [
        {
          file,
          line,
          what: `No ${KIND_WORDS[kind].one} has the id “${id}”.`,
          why: 'The dossier would lead nowhere.',
          remedy:
            guess === undefined
              ? `Correct the id, or ${make}.`
              : `Did you mean “${guess}”? Otherwise ${make}.`,
        },
      ];
    }),
  );
}
