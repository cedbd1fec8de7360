import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Where the files of an update wait, and the list of those that are to go. */
const waiting = (out: string) => `${out}.update`;
const leaving = (out: string) => `${out}.update-removes.json`;
const previous = (out: string) => `${out}.previous`;

/**
 * Changes a published site into one with some other files. From one rename on it will be done: whoever
 * is killed before it leaves the old site, and what is cut off after it is done to its end by the next
 * command (`recoverSite`).
 *
 * @param made absolute path of a folder with the files that are new or other; it is gone afterwards
 * @param removed files to be taken out, as paths below the site
 */
export function updateSite(made: string, out: string, removed: readonly string[]): void {
  writeFileSync(leaving(out), JSON.stringify(removed));
  renameSync(made, waiting(out));
  finishUpdate(out);
}

/** Brings a site in order after a build that was killed while it put its files in place. */
export function recoverSite(out: string): void {
  if (!existsSync(out) && existsSync(previous(out))) renameSync(previous(out), out);
  if (existsSync(waiting(out))) finishUpdate(out);
  else rmSync(leaving(out), { force: true });
}

/** Each step can be done again: what was moved is not there any more, what was removed is gone. */
function finishUpdate(out: string): void {
  const removed: string[] = JSON.parse(readFileSync(leaving(out), 'utf8'));
  moveFiles(waiting(out), out);
  for (const file of removed) rmSync(path.join(out, file), { force: true });
  for (const file of removed) removeEmpty(path.dirname(path.join(out, file)), out);
  rmSync(waiting(out), { recursive: true, force: true });
  rmSync(leaving(out), { force: true });
}

function moveFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) moveFiles(source, target);
    else renameSync(source, target);
  }
}

function removeEmpty(folder: string, stop: string): void {
  for (let at = folder; at.startsWith(stop) && at !== stop; at = path.dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
