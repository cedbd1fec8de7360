import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  type Stats,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import path from 'node:path';
import { ArchiveProblems, type Problem } from '../../model/problem.ts';
import { sha256 } from '../../record/hash.ts';
import type { PageLedger } from '../../record/page-ledger.ts';
import type { SavedFile } from '../../record/saved-ledger.ts';
import { filesBelow } from '../../record/site-files.ts';
import { formatSiteManifest, SITE_MANIFEST } from '../../record/site-manifest.ts';
import { writeSynced } from '../../record/write-synced.ts';

/** Where a site is made and where the one before it stands; absolute paths, every link in them followed. */
export interface Places {
  readonly made: string;
  readonly out: string;
}

/**
 * Brings files of the old site into the new one: pages that would come out alike, and whatever somebody put there
 * that Pressmark did not make.
 *
 * @param copies copy rather than link: another program is going to write into the new site, and what it wrote into
 *   a linked file would be in the published one at once
 * @throws ArchiveProblems where the new site needs the name of a file that is not its own
 */
export function bringAlong({ made, out }: Places, ledger: PageLedger, copies: boolean): void {
  const { foreign, foreignOthers } = ledger.site;
  const inTheWay = [...foreign, ...foreignOthers].filter((address) =>
    isInTheWay(made, out, address),
  );
  if (inTheWay.length > 0)
    throw new ArchiveProblems(inTheWay.map((address) => taken(out, address)));
  const bring = copies ? copyFile : linkFile;
  const folders = new Set<string>();
  for (const address of [...ledger.kept, ...foreign]) {
    const folder = path.dirname(made + address);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (found(made + address) === undefined) bring(out + address, made + address);
    else ledger.wasMade(address);
  }
  for (const address of foreignOthers) {
    mkdirSync(path.dirname(made + address), { recursive: true });
    if (lstatSync(out + address).isSymbolicLink())
      symlinkSync(readlinkSync(out + address), made + address);
    else throw new ArchiveProblems([special(out, address)]);
  }
}

/** What came out of a build, file by file. */
export interface Finished {
  readonly files: ReadonlyMap<string, SavedFile>;
  /** Whether the old site holds the same files with the same bytes. */
  readonly isAlike: boolean;
}

/**
 * Hashes every file that was made and writes the manifest of the site. A file that the old site has byte for byte is
 * taken from there: it keeps its date, and tools that copy sites pass it over.
 */
export function finishSite({ made, out }: Places, ledger: PageLedger): Finished {
  const { site, kept } = ledger;
  const others = new Set([...site.foreign, ...site.foreignOthers, `/${SITE_MANIFEST}`]);
  const files = new Map<string, SavedFile>();
  let isAlike = true;
  for (const file of filesBelow(made).files) {
    const address = `/${file}`;
    if (others.has(address)) continue;
    const key = ledger.keyOf(address);
    const before = kept.has(address) ? site.ledger.files.get(address) : undefined;
    const known = before?.sha256 ?? hashMade(made + address, out + address);
    if (known !== site.ledger.files.get(address)?.sha256 || !site.stands.has(address))
      isAlike = false;
    const { size, mtimeMs } = statSync(made + address);
    files.set(address, { key, sha256: known, size, mtimeMs });
  }
  if (files.size !== site.ledger.files.size) isAlike = false;
  const lines = [...files].map(([address, line]) => [address.slice(1), line.sha256] as const);
  const text = formatSiteManifest(new Map(lines));
  if (text !== site.manifest) isAlike = false;
  rmSync(path.join(made, SITE_MANIFEST), { force: true });
  writeSynced(path.join(made, SITE_MANIFEST), text, 'wx');
  return { files, isAlike };
}

/** SHA-256 of a file that was made; one that stands there byte for byte comes in its place. */
function hashMade(made: string, stands: string): string {
  const bytes = readFileSync(made);
  const old = found(stands);
  if (old?.isFile() && old.size === bytes.length && readFileSync(stands).equals(bytes)) {
    rmSync(made);
    linkFile(stands, made);
  }
  return sha256(bytes);
}

/** Puts a file into a second folder; the two share its bytes where the disk can do that. */
function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Some disks know no links, or no more of one file.
    copyFile(source, target);
  }
}

function copyFile(source: string, target: string): void {
  copyFileSync(source, target);
  const { atime, mtime } = statSync(source);
  utimesSync(target, atime, mtime);
}

/** What stands at a path; undefined also where something in the way to it is no folder. */
function found(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Whether the new site has something else at the address of a file that is not its own, or in the way to it. */
function isInTheWay(made: string, out: string, address: string): boolean {
  for (let at = path.dirname(address); at !== '/'; at = path.dirname(at)) {
    if (found(made + at)?.isDirectory() === false) return true;
  }
  const ours = found(made + address);
  if (ours === undefined) return false;
  const isAlike = ours.isFile() && found(out + address)?.isFile() === true;
  return !isAlike || !readFileSync(made + address).equals(readFileSync(out + address));
}

function taken(out: string, address: string): Problem {
  return {
    file: out + address,
    what: 'This file was not made by Pressmark, and the new site has one of its own at the same address.',
    why: 'Publishing would remove yours, with nothing to bring it back.',
    remedy: 'Move it out of the folder of the site, or rename it, and build again.',
  };
}

function special(out: string, address: string): Problem {
  return {
    file: out + address,
    what: 'This is neither a file, nor a folder, nor a link, and Pressmark did not make it.',
    why: 'It cannot be brought into the new site, and publishing would remove it.',
    remedy: 'Move it out of the folder of the site and build again.',
  };
}
