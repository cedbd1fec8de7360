import { ofProcess } from './of-process.ts';

const running = ofProcess<(() => void)[]>('at publish');

/**
 * Has something be written once the site of this build has been published, while the archive is locked. What is
 * remembered from build to build is written then and never before: a build that is overtaken by a withdrawal must
 * leave nothing of what it read.
 */
export function atPublish(write: () => void): void {
  (running.get() ?? running.set([])).push(write);
}

/** Writes all that waits for it. */
export function writeAtPublish(): void {
  for (const write of running.get()?.splice(0) ?? []) write();
}
