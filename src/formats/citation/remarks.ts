import type { CitationRecord } from '../reference/citation-record.ts';

/** What no field of a reference format can hold, as sentences in one order for all of them. */
export function remarksOf({ agencies, originalUrl, remarks, rights }: CitationRecord): string[] {
  return [
    ...(agencies.length > 0 ? [`Credited to ${agencies.join('; ')}.`] : []),
    ...(originalUrl === undefined ? [] : [`Original address: ${originalUrl}`]),
    ...remarks,
    `Rights: ${rights}`,
  ];
}
