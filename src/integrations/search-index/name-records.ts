import { KINDS } from '../../model/kinds.ts';
import type { NameRecord } from '../../model/search/names/records.ts';
import { fold } from '../../model/search/text/fold.ts';
import type { ArchiveRecord } from '../../record/types.ts';

/** The records of an archive as searches know them, kind after kind. */
export function nameRecords(authorities: ArchiveRecord['authorities']): NameRecord[] {
  const bearers = new Map<string, string[]>();
  const all = KINDS.flatMap((kind) =>
    authorities[kind].map(({ id, data }) => ({ kind, id, data })),
  );
  for (const {
    kind,
    id,
    data: { name },
  } of all) {
    const folded = fold(name);
    bearers.set(folded, [...(bearers.get(folded) ?? []), `${kind}/${id}`]);
  }
  return all.map(({ kind, id, data: { name, description, variants } }) => {
    const twins = (bearers.get(fold(name)) ?? []).filter((twin) => !twin.startsWith(`${kind}/`));
    return {
      kind,
      id,
      name,
      ...(description !== undefined && { description }),
      spellings: [name, ...variants.map(({ spelling }) => spelling)],
      ...(twins.length > 0 && { twins }),
    };
  });
}
