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
    const known = new Set(authorities[kind].map(({ id }) => id));
    const { field, one } = KIND_WORDS[kind];
    const why = `The article would be missing from that ${one}’s page, and the link would be dead.`;
    const fromArticles: Problem[] = [];
    for (const { file, data, lineOf } of articles) {
      const named = data[field] ?? [];
      for (const [index, id] of (typeof named === 'string' ? [named] : named).entries()) {
        if (known.has(id)) continue;
        const line = lineOf([field, index]);
        fromArticles.push({ file, line, ...unknown(id, kind, known), why });
      }
    }
    const fromRecords = authorities[kind].flatMap(({ file, data, lineOf }) =>
      (data.sharedWith ?? []).flatMap((id, index) => {
        const why = 'A spelling cannot be shared with a record that is not there.';
        if (known.has(id)) return [];
        return [{ file, line: lineOf(['sharedWith', index]), ...unknown(id, kind, known), why }];
      }),
    );
    return [...fromArticles, ...fromRecords];
  });
}

function unknown(
  id: string,
  kind: Kind,
  known: ReadonlySet<string>,
): Pick<Problem, 'what' | 'remedy'> {
  const guess = nearest(id, known);
  const make = `make the record ${kind}/${id}.yml`;
  return {
    what: `No ${KIND_WORDS[kind].one} has the id “${id}”.`,
    remedy:
      guess === undefined
        ? `Correct the id, or ${make}.`
        : `Did you mean “${guess}”? Otherwise ${make}.`,
  };
}
