import { KINDS } from '../../model/kinds.ts';
import type { NameRecord } from '../../model/search/names/records.ts';
import { fold } from '../../model/search/text/fold.ts';
import type { IndexOrder } from './order.ts';

/** The records of an archive as searches know them, kind after kind. */
export function nameRecords(names: IndexOrder['names']): NameRecord[] {
  const bearers = new Map<string, string[]>();
  const all = KINDS.flatMap((kind) => names[kind].map((one) => ({ kind, ...one })));
  for (const { kind, id, name } of all) {
    const folded = fold(name);
    bearers.set(folded, [...(bearers.get(folded) ?? []), `${kind}/${id}`]);
  }
  return all.map(({ kind, id, name, description, variants }) => {
    const twins = (bearers.get(fold(name)) ?? []).filter((twin) => !twin.startsWith(`${kind}/`));
    return {
      kind,
      id,
      name,
      ...(description !== undefined && { description }),
      spellings: [name, ...variants],
      ...(twins.length > 0 && { twins }),
    };
  });
}
