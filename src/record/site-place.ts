import { existsSync, renameSync } from 'node:fs';

/** Where the old site stands for the moment in which a new one takes its place. */
export const previousOf = (out: string): string => `${out}.previous`;

/**
 * Brings back the old site when a run was killed between the two renames that replace it. It is the
 * first thing that a build does, before it reads the record: a record that is broken now must not
 * leave readers without a site.
 */
export function recoverSite(out: string): void {
  if (!existsSync(out) && existsSync(previousOf(out))) renameSync(previousOf(out), out);
}
