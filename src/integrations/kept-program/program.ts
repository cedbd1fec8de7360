import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { OWNER_FILE } from '../../record/folders.ts';
import { ofProcess } from '../../record/of-process.ts';

/** What a bundler makes of the code: the templates as Astro compiled them, the scripts for browsers. */
export type Part = 'templates' | 'assets';

/** Which program: where all are kept, and its key. */
export interface ProgramName {
  /** Absolute path of the folder of all programs, within the project, so that what is imported is found. */
  readonly programs: string;
  /** Digest of everything that bundlers read. */
  readonly key: string;
  /** Content folder of the dossiers in it, if there are some: a withdrawal must find them. */
  readonly owner?: string;
}

/** How many programs are kept that nobody has used for a day. */
const SPARE = 3;

/**
 * The code of the site as bundlers left it. It depends on no article, so it is made once for all
 * builds of one state of the code, of whichever archive.
 */
export class KeptProgram {
  readonly name: ProgramName;
  readonly #folder: string;

  constructor(name: ProgramName) {
    const { programs, key, owner } = name;
    this.name = name;
    this.#folder = path.join(programs, key);
    mkdirSync(this.#folder, { recursive: true });
    if (owner !== undefined) writeFileSync(path.join(this.#folder, OWNER_FILE), owner);
    const now = new Date();
    utimesSync(this.#folder, now, now);
    dropOld(programs, now);
  }

  /** Whether all of it is kept. */
  get isWhole(): boolean {
    return this.find('templates') !== undefined && this.find('assets') !== undefined;
  }

  /** Absolute path of a part, if it is kept. */
  find(part: Part): string | undefined {
    const folder = path.join(this.#folder, part);
    return existsSync(folder) ? folder : undefined;
  }

  /**
   * Keeps a part, whole or not at all. One that is kept and alike is left alone: another build may run
   * from it; one that differs was damaged, and is replaced.
   */
  keep(part: Part, from: string): void {
    const target = path.join(this.#folder, part);
    if (existsSync(target) && isAlike(from, target)) return;
    const [beside, damaged] = [`${target}.${process.pid}`, `${target}.${process.pid}.old`];
    cpSync(from, beside, { recursive: true });
    try {
      if (existsSync(target)) renameSync(target, damaged);
      renameSync(beside, target);
    } catch {
      // Another build was quicker, with the same bytes.
    }
    for (const folder of [beside, damaged]) rmSync(folder, { recursive: true, force: true });
  }
}

function isAlike(a: string, b: string): boolean {
  const [files, others] = [a, b].map(filesIn);
  if (files === undefined || files.join() !== others?.join()) return false;
  return files.every((file) =>
    readFileSync(path.join(a, file)).equals(readFileSync(path.join(b, file))),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

function dropOld(programs: string, now: Date): void {
  const day = 24 * 60 * 60 * 1000;
  const unused = readdirSync(programs)
    .map((name) => ({
      name,
      used: statSync(path.join(programs, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .filter(({ used }) => now.getTime() - used > day)
    .sort((a, b) => b.used - a.used);
  for (const { name } of unused.slice(SPARE)) {
    rmSync(path.join(programs, name), { recursive: true, force: true });
  }
}

const running = ofProcess<KeptProgram>('program');

/** The program of the build that runs; none in development. */
export const currentProgram = running.get;

/** Opens the program of a build. */
export const openProgram = running.set;
