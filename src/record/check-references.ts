import { KIND_WORDS, KINDS, type Kind } from '../model/kinds.ts';
import { nearest } from '../model/names/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadArticle } from './read-articles.ts';
import type { ReadAuthority } from './read-authorities.ts';

type Authorities = Readonly<Record<Kind, readonly ReadAuthority[]>>;

/** Every id that an article or a record names must be that of a record. */
export function checkReferences(
  articles: readonly ReadArticle[],
  authorities: Authorities,
): Problem[] {
  return KINDS.flatMap((kind) => {
    const known = new Set(authorities[kind].map(({ entry }) => entry.id));
    const { field } = KIND_WORDS[kind];
    const fromArticles = articles.flatMap(({ entry, lineOf }) => {
      const value = entry.data[field];
      const ids = typeof value === 'string' ? [value] : value;
      return ids.flatMap((id, index) =>
        known.has(id)
          ? []
          : [{ ...unknown(id, kind, known), file: entry.file, line: lineOf([field, index]) }],
      );
    });
    const fromRecords = authorities[kind].flatMap(({ entry, lineOf }) =>
      entry.data.sharedWith
        .filter((id) => !known.has(id))
        .map((id) => ({
          ...unknown(id, kind, known),
          file: entry.file,
          line: lineOf(['sharedWith']),
        })),
    );
    return [...fromArticles, ...fromRecords];
  });
}

function unknown(id: string, kind: Kind, known: ReadonlySet<string>): Omit<Problem, 'file'> {
  const guess = nearest(id, known);
  const { one } = KIND_WORDS[kind];
  const make = `make the record ${kind}/${id}.yml`;
  return {
    what: `No ${one} has the id “${id}”.`,
    why: `The article would be missing from that ${one}’s page, and the link would be dead.`,
    remedy:
      guess === undefined
        ? `Correct the id, or ${make}.`
        : `Did you mean “${guess}”? Otherwise ${make}.`,
  };
}
