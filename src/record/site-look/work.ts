import { cpSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../content-files.ts';

/** What threads that look at a site share with the one that started them. */
export interface SiteWork {
  /** Absolute path of the site that stands. */
  readonly site: string;
  /** Addresses of its files, one behind the other, and where each ends. */
  readonly addresses: string;
  readonly ends: Uint32Array;
  /** What the disk said of each when the ledger was written. */
  readonly sizes: Float64Array;
  readonly mtimes: Float64Array;
  /** 1 for each file that still stands so. */
  readonly stands: Uint8Array;
  /** Absolute path of the folder into which those are linked. */
  readonly linked: string;
  /** Absolute path of the twin of the site, which is that folder already but for few files; it may not be there. */
  readonly twin: string;
  /** 1 for each file that is linked in the twin. */
  readonly isLinked: Uint8Array;
  /** Numbers by the names of {@link AT}. */
  readonly control: Int32Array;
}

/** Places in `control`: what is claimed next, how many are done, and whether there shall be links. */
export const AT = {
  look: 0,
  looked: 1,
  link: 2,
  linkDone: 3,
  order: 4,
  failed: 5,
  twin: 6,
  length: 7,
};

/** What `control[AT.order]` says of links. */
export const ORDER = { none: 0, link: 1, stop: 2 };

/** Files that are claimed at once. */
const CHUNK = 256;

/** Looks at the files that nobody has claimed yet. */
export function lookAtFiles(work: SiteWork, addressOf = addressesOf(work)): void {
  const { site, sizes, mtimes, stands, control } = work;
  forEachClaimed(work, AT.look, AT.looked, (index) => {
    const stat = statSync(site + addressOf(index), { throwIfNoEntry: false });
    if (stat && stat.size === sizes[index] && stat.mtimeMs === mtimes[index]) stands[index] = 1;
  });
  Atomics.notify(control, AT.looked);
}

/** Links those files that stand as they were and that nobody has claimed yet. */
export function linkFiles(work: SiteWork, addressOf = addressesOf(work)): void {
  const { site, linked, stands, isLinked, control } = work;
  takeTwin(work, addressOf);
  let last = '';
  forEachClaimed(work, AT.link, AT.linkDone, (index) => {
    if (stands[index] !== 1 || isLinked[index] === 1) return;
    const address = addressOf(index);
    const folder = address.slice(0, address.lastIndexOf('/'));
    if (folder !== last) mkdirSync(linked + folder, { recursive: true });
    last = folder;
    linkFile(site + address, linked + address);
  });
  Atomics.notify(control, AT.linkDone);
}

/** What `control[AT.twin]` says: whether somebody has begun to take the twin, and is done. */
const [BEGUN, DONE] = [1, 2];

/**
 * Takes the twin of the site for the folder of links, and looks which files are in it: what should not be there is
 * removed, what is missing is linked as if there were no twin.
 */
function takeTwin(work: SiteWork, addressOf: (index: number) => string): void {
  const { linked, twin, ends, stands, isLinked, control } = work;
  if (Atomics.compareExchange(control, AT.twin, 0, BEGUN) !== 0) {
    Atomics.wait(control, AT.twin, BEGUN);
    return;
  }
  try {
    if (moved(twin, linked)) {
      const there = new Set(listFiles(linked).files);
      for (let index = 0; index < ends.length; index++) {
        if (stands[index] !== 1 || !there.delete(addressOf(index).slice(1))) continue;
        isLinked[index] = 1;
      }
      for (const file of there) rmSync(path.join(linked, file));
    }
  } finally {
    Atomics.store(control, AT.twin, DONE);
    Atomics.notify(control, AT.twin);
  }
}

function moved(from: string, to: string): boolean {
  if (from === '') return false;
  try {
    renameSync(from, to);
    return true;
  } catch {
    // There is none: the build before was of a small site, or its twin is not whole yet.
    return false;
  }
}

/** Puts a file into a second folder; the two share its bytes where the disk can do that. */
export function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Some disks know no links, or no more of one file.
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(source, target, { preserveTimestamps: true });
  }
}

/** Gives addresses by their index. */
export function addressesOf({
  addresses,
  ends,
}: Pick<SiteWork, 'addresses' | 'ends'>): (index: number) => string {
  return (index) => addresses.slice(index === 0 ? 0 : ends[index - 1], ends[index]);
}

function forEachClaimed(
  { ends, control }: SiteWork,
  next: number,
  done: number,
  run: (index: number) => void,
): void {
  for (;;) {
    const first = Atomics.add(control, next, CHUNK);
    if (first >= ends.length || Atomics.load(control, AT.order) === ORDER.stop) return;
    const end = Math.min(first + CHUNK, ends.length);
    for (let index = first; index < end; index++) run(index);
    Atomics.add(control, done, end - first);
  }
}
