import { existsSync, renameSync } from 'node:fs';

/** Where the old site stands for the moment in which the new one takes its place. */
export const previousSite = (out: string): string => `${out}.previous`;

/** Brings back the old site when a build was killed between the two renames that replace it. */
export function recoverSite(out: string): void {
  if (!existsSync(out) && existsSync(previousSite(out))) renameSync(previousSite(out), out);
}
