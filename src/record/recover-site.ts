import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { replaceSynced } from './write-synced.ts';

/** Where the old site stands for the moment in which the new one takes its place. */
export const previousSite = (out: string): string => `${out}.previous`;

/**
 * Names within a site that cannot be renamed as a whole (a mount point, or in a folder that is not ours to write):
 * the new site, the old one, and how far the swap is.
 */
const IN_PLACE = {
  next: '.pressmark-next',
  previous: '.pressmark-previous',
  step: '.pressmark-swap',
} as const;

/** Whether a name in a site is there only while the site is replaced in place. */
export const isOfSwap = (name: string): boolean => name.startsWith('.pressmark-');

/** Where the new site has to lie before {@link swapInPlace}. */
export const nextInPlace = (out: string): string => path.join(out, IN_PLACE.next);

/**
 * Replaces a site entry by entry, within its folder: first every old entry goes, then every new one comes. The file
 * that says which of the two goes on is replaced in one step, so that {@link recoverSite} can finish from anywhere.
 */
export function swapInPlace(out: string): void {
  mkdirSync(path.join(out, IN_PLACE.previous), { recursive: true });
  writeStep(out, 'old entries go');
  finishSwap(out);
}

/**
 * Finishes what a build that was killed while it replaced the site had begun: the old site comes back where the new
 * one had not been put in its place.
 */
export function recoverSite(out: string): void {
  if (!existsSync(out)) {
    if (existsSync(previousSite(out))) renameSync(previousSite(out), out);
    return;
  }
  if (existsSync(path.join(out, IN_PLACE.step))) finishSwap(out);
  removeRemains(out);
}

function finishSwap(out: string): void {
  const at = (name: string) => path.join(out, name);
  if (readFileSync(at(IN_PLACE.step), 'utf8') === 'old entries go') {
    for (const name of readdirSync(out)) {
      if (!isOfSwap(name)) renameSync(at(name), path.join(at(IN_PLACE.previous), name));
    }
    writeStep(out, 'new entries come');
  }
  for (const name of readdirSync(at(IN_PLACE.next))) {
    renameSync(path.join(at(IN_PLACE.next), name), at(name));
  }
  rmSync(at(IN_PLACE.step));
  removeRemains(out);
}

function removeRemains(out: string): void {
  for (const name of readdirSync(out).filter(isOfSwap)) {
    rmSync(path.join(out, name), { recursive: true, force: true });
  }
}

function writeStep(out: string, step: 'old entries go' | 'new entries come'): void {
  replaceSynced(path.join(out, IN_PLACE.step), step, path.join(out, `${IN_PLACE.step}-draft`));
}
