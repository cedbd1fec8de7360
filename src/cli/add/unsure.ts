import type { Proposal } from './proposal.ts';

/** Fields that were inferred or weakly stated, in the order in which a person is asked about them. */
export function unsure({ supplied, dateSource, newRecords }: Proposal): string[] {
  const made = new Set(newRecords.map(({ kind }) => kind));
  return [
    ...(supplied.title !== undefined ? ['title'] : []),
    ...(['inferred', 'text', 'address'].includes(dateSource) ? ['date'] : []),
    ...(supplied.outlet !== undefined || made.has('outlets') ? ['outlet'] : []),
    ...(made.has('sources') ? ['source'] : []),
  ];
}
