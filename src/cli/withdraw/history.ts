import { existsSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../record/hash.ts';
import { readingOf } from '../sentences/find-sentences.ts';
import { type GitObject, git, readObjects } from './git.ts';

/** What is looked for in a version history. */
export interface Sought {
  /** Paths of the entry and its captures, in the content folder. */
  readonly files: readonly string[];
  /** SHA-256 of the captures. */
  readonly hashes: readonly string[];
  /** Every run of eight words of the article. */
  readonly words: ReadonlySet<string>;
  /** How long it may take. */
  readonly seconds?: number;
}

/** An object that holds something of the article. */
export interface Held {
  readonly id: string;
  /** A path under which it was committed, from the root of the repository; empty where none is known. */
  readonly path: string;
}

/** What the version history of a content folder still holds of an article. */
export interface History {
  /** Folder at the root of the working copy. */
  readonly root: string;
  /** Versions of the files, under whatever name, and whatever else is the text or its capture. */
  readonly blobs: readonly Held[];
  /** Objects that hold sentences of it among others, or that files of today still need. */
  readonly partly: readonly Held[];
  /** Commits and tags whose messages hold sentences of it. */
  readonly messages: readonly string[];
  /** Files of Git LFS with the bytes of a capture. */
  readonly stored: readonly string[];
  /** Objects that were not looked at: too large, or the time was over; undefined where they could not even be listed. */
  readonly unseen: number | undefined;
}

const NOTHING = /^0+$/;
/** Objects that are not read: no text that was written or captured is as long. */
const LONGEST = 1 << 26;
/** Share of the text from which an object is a version of it; or share of the object that is from the text. */
const [MOST_OF_IT, FROM_IT] = [0.3, 0.5];
/** Kinds of files without words, by how they begin. */
const WORDLESS = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x77, 0x4f, 0x46],
  [0x52, 0x49, 0x46, 0x46],
];

/** A repository that Git doesn't read for us, or for which there is no Git. */
export interface Closed {
  readonly closed: string;
}

/**
 * The histories of a content folder and of the folders that it lies in: an archive that has a repository of its own
 * now may have been committed with others before.
 *
 * @returns at least one, which is undefined where there is no version control
 */
export async function historiesOf(
  folder: string,
  sought: Sought,
): Promise<(History | Closed | undefined)[]> {
  const histories: (History | Closed | undefined)[] = [];
  let at = folder;
  for (let depth = 0; depth < 3; depth++) {
    // Paths of an outer repository are other ones; there the words and bytes alone are looked for.
    const history = await historyOf(at, depth === 0 ? sought : { ...sought, files: [] });
    const root = history?.root ?? repositoryAbove(at);
    if (history === undefined && root !== undefined) histories.push({ closed: root });
    else if (history !== undefined || depth === 0) histories.push(history);
    if (root === undefined) break;
    at = path.dirname(root);
  }
  return histories;
}

function repositoryAbove(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/**
 * Looks for an article in everything that Git holds: by the paths of its files and the names that they had
 * before, and by their words and bytes in all objects, those of other branches, tags, notes, stashes, the
 * reflog and those that nothing refers to any more among them.
 *
 * @returns undefined where the folder is under no version control that Git knows, or there is no Git
 */
export async function historyOf(folder: string, sought: Sought): Promise<History | undefined> {
  const until = performance.now() + (sought.seconds ?? 120) * 1000;
  const left = () => Math.max(1, Math.round(until - performance.now()));
  let root: string;
  let prefix: string;
  try {
    const lines = await git(folder, ['rev-parse', '--show-toplevel', '--show-prefix']);
    [root = '', prefix = ''] = lines.split('\n');
  } catch {
    return undefined;
  }
  const files = sought.files.map((file) => prefix + file);
  const versions = await versionsOf(root, files, left()).catch(() => new Map<string, string>());
  const paths = await pathsOf(root, left()).catch(() => new Map<string, string>());
  const inUse = await idsInUse(root, new Set(files)).catch(() => new Set<string>());
  const hashes = new Set(sought.hashes);
  const [blobs, partly] = [new Map<string, string>(), new Map<string, string>()];
  const enter = (id: string, isOfIt: boolean, file: string) =>
    (isOfIt && !inUse.has(id) ? blobs : partly).set(id, file);
  for (const [id, file] of versions) enter(id, true, file);
  const messages: string[] = [];
  const listed = await listObjects(root, left()).catch(() => undefined);
  const known = (listed ?? []).filter(({ id }) => !blobs.has(id));
  const short = known.filter(({ size }) => size <= LONGEST);
  let seen = 0;
  const objects = readObjects(
    root,
    short.map(({ id }) => id),
    () => performance.now() < until,
  );
  for await (const object of objects) {
    seen++;
    const share = shareOf(object, hashes, sought.words);
    if (share === 'none') continue;
    if (object.type !== 'blob') messages.push(object.id);
    else enter(object.id, share === 'most', paths.get(object.id) ?? '');
  }
  return {
    root,
    blobs: sorted(blobs),
    partly: sorted(partly),
    messages: messages.sort(),
    stored: await storedBeside(root, sought.hashes),
    unseen: listed && known.length - seen,
  };
}

function shareOf(
  { type, bytes }: GitObject,
  hashes: ReadonlySet<string>,
  words: ReadonlySet<string>,
): 'most' | 'some' | 'none' {
  if (type === 'blob' && hashes.has(sha256(bytes))) return 'most';
  if (WORDLESS.some((start) => start.every((byte, at) => bytes[at] === byte))) return 'none';
  const { found, runs } = readingOf(bytes, words);
  if (found === 0) return 'none';
  return found / words.size >= MOST_OF_IT || found / runs >= FROM_IT ? 'most' : 'some';
}

function sorted(held: ReadonlyMap<string, string>): Held[] {
  return [...held].map(([id, file]) => ({ id, path: file })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every blob that ever stood at some paths, or at those from which a file was moved there. */
async function versionsOf(
  root: string,
  files: readonly string[],
  ms: number,
): Promise<Map<string, string>> {
  const log = ['log', '--all', '--reflog', '--format=', '--raw', '--no-abbrev', '-z'];
  const moved = changesIn(await git(root, [...log, '-M30%', '--diff-filter=R'], ms));
  const names = new Set(files);
  const versions = new Map<string, string>();
  for (let size = 0; size < names.size; ) {
    size = names.size;
    for (const { before, from, to } of moved) {
      if (!names.has(to)) continue;
      names.add(from);
      versions.set(before, from);
    }
  }
  if (files.length === 0) return versions;
  // An earlier name may have been another article's since; only what was moved from there is known to be this one.
  const own = await git(
    root,
    [...log, '--no-renames', '--', ...files.map((file) => `:(literal,top)${file}`)],
    ms,
  );
  for (const { before, after, to } of changesIn(own)) {
    for (const id of [before, after]) if (!NOTHING.test(id)) versions.set(id, to);
  }
  return versions;
}

interface Change {
  readonly before: string;
  readonly after: string;
  readonly from: string;
  readonly to: string;
}

/** Reads `--raw -z`: modes, ids and kind of change, then one path, or two of a file that was moved. */
function changesIn(log: string): Change[] {
  const fields = log.split('\0');
  const changes: Change[] = [];
  for (let at = 0; at < fields.length; ) {
    const [, before = '', after = '', kind = ''] =
      /:\d+ \d+ ([\da-f]+) ([\da-f]+) ([A-Z])/.exec(fields[at++] ?? '') ?? [];
    if (kind === '') continue;
    const from = fields[at++] ?? '';
    const to = /[RC]/.test(kind) ? (fields[at++] ?? '') : from;
    changes.push({ before, after, from, to });
  }
  return changes;
}

/** A path of each object that something refers to. */
async function pathsOf(root: string, ms: number): Promise<Map<string, string>> {
  const list = await git(root, ['rev-list', '--all', '--reflog', '--objects'], ms);
  const paths = new Map<string, string>();
  for (const line of list.split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0 && line.length > space + 1)
      paths.set(line.slice(0, space), line.slice(space + 1));
  }
  return paths;
}

/** Blobs that other files of the working copy need. */
async function idsInUse(root: string, files: ReadonlySet<string>): Promise<Set<string>> {
  const list = await git(root, ['ls-files', '--stage', '-z']);
  const ids = new Set<string>();
  for (const line of list.split('\0')) {
    const [, id, file] = /^\d+ ([\da-f]+) \d\t(.*)$/s.exec(line) ?? [];
    if (
      id !== undefined &&
      file !== undefined &&
      !files.has(file) &&
      existsSync(path.join(root, file))
    ) {
      ids.add(id);
    }
  }
  return ids;
}

/** Everything but folders. */
async function listObjects(root: string, ms: number): Promise<{ id: string; size: number }[]> {
  const format = '--batch-check=%(objectname) %(objecttype) %(objectsize)';
  const list = await git(root, ['cat-file', '--batch-all-objects', '--unordered', format], ms);
  return list.split('\n').flatMap((line) => {
    const [id = '', type, size] = line.split(' ');
    return type === undefined || type === 'tree' ? [] : [{ id, size: Number(size) }];
  });
}

async function storedBeside(root: string, hashes: readonly string[]): Promise<string[]> {
  const folder = (await git(root, ['rev-parse', '--git-common-dir']).catch(() => '')).trim();
  if (folder === '') return [];
  const objects = path.join(path.resolve(root, folder), 'lfs/objects');
  return hashes
    .map((hash) => path.join(objects, hash.slice(0, 2), hash.slice(2, 4), hash))
    .filter((file) => existsSync(file));
}
