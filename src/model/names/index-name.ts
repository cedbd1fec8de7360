import type { Kind } from '../kinds.ts';
import type { AuthorityData } from '../schema/authority.ts';

type Named = Pick<AuthorityData, 'name' | 'variants' | 'indexedAs'>;

/**
 * A name as an index has it: "Lukashenko, Alexander". What the record says comes first (`indexedAs`); a person's family
 * name is known where the record lists it as a spelling by itself; every other name stays as it is.
 */
export function indexName(kind: Kind, { name, variants, indexedAs }: Named): string {
  if (indexedAs !== undefined) return indexedAs;
  if (kind !== 'people') return name;
  const words = name.split(' ');
  const alone = new Set(variants.map(({ spelling }) => spelling));
  for (let first = 1; first < words.length; first++) {
    const family = words.slice(first).join(' ');
    if (alone.has(family)) return `${family}, ${words.slice(0, first).join(' ')}`;
  }
  return name;
}

/** What a name is filed under: an English article at its beginning does not count. */
export function filedUnder(indexed: string): string {
  return indexed.replace(/^(?:the|an?) (?=\S)/i, '');
}
