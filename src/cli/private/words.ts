import type { PrivateSummary } from '../../private/find.ts';

/** A kind of find in a line for the keeper: what, how often, and where the first stands. */
export function findWords({ label, count, where, line, sample }: PrivateSummary): string {
  return `${label}${count === 1 ? '' : ` (${count} times)`}: ${sample}; in ${where}, line ${line}`;
}
