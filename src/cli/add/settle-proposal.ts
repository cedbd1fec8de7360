import { type Context, recordNamed } from './context.ts';
import type { Proposal } from './proposal.ts';

/**
 * A proposal that a person has answered, as the archive is now: of the records that it would make, those that somebody
 * else has made meanwhile are used.
 */
export function settleProposal(proposal: Proposal, { record }: Context): Proposal {
  const ids = new Map<string, string>();
  const newRecords = proposal.newRecords.filter(({ kind, id, fields }) => {
    const name = String(fields['name'] ?? '');
    const known =
      recordNamed(record, kind, name) ?? record.authorities[kind].find((entry) => entry.id === id);
    if (known !== undefined) ids.set(`${kind}/${id}`, known.id);
    return known === undefined;
  });
  return {
    ...proposal,
    outlet: ids.get(`outlets/${proposal.outlet}`) ?? proposal.outlet,
    source: proposal.source.map((id) => ids.get(`sources/${id}`) ?? id),
    newRecords,
  };
}
