import { articleAddress, reservedAddress } from '../model/address.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadArticle } from './read-articles.ts';

/** An old address redirects to one article, and to nothing that has a page of its own. */
export function checkAddresses(articles: readonly ReadArticle[]): Problem[] {
  const owners = new Map(articles.map(({ id, file }) => [articleAddress(id), file]));
  const problems: Problem[] = [];
  for (const { file, data, lineOf } of articles) {
    for (const [index, alias] of (data.aliases ?? []).entries()) {
      const owner = owners.get(alias) ?? reservedAddress(alias);
      if (owner === undefined) owners.set(alias, file);
      else {
        problems.push({
          file,
          line: lineOf(['aliases', index]),
          ...(owners.has(alias) && owner !== file && { also: owner }),
          what: `The old address ${alias} already belongs to ${owner === file ? 'this article' : owner}.`,
          why: 'One address leads to one page; the other could not be reached any more.',
          remedy: 'Remove the alias here or there.',
        });
      }
    }
  }
  return problems;
}
