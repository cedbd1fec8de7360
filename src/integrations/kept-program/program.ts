import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
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

/** How many programs are kept that nobody has used for a day. */
const SPARE = 3;

/**
 * The code of the site as bundlers left it. It depends on no article, so it is made once for all
 * builds of one state of the code, of whichever archive.
 */
export class KeptProgram {
  readonly #folder: string;
  readonly #fresh: boolean;
  readonly #compiled = Promise.withResolvers<void>();
  /** Fulfilled when this build has compiled its templates, and no other has to wait for it. */
  readonly compiled = this.#compiled.promise;

  /**
   * @param programs absolute path of the folder of all programs, within the project, so that what is imported is found
   * @param key digest of everything that bundlers read
   * @param fresh whether what was kept is passed over, and only made anew
   * @param owner content folder of the dossiers in it, if there are some: a withdrawal must find them
   */
  constructor(programs: string, key: string, { fresh, owner }: { fresh: boolean; owner?: string }) {
    this.#folder = path.join(programs, key);
    this.#fresh = fresh;
    mkdirSync(this.#folder, { recursive: true });
    if (owner !== undefined) writeFileSync(path.join(this.#folder, OWNER_FILE), owner);
    const now = new Date();
    utimesSync(this.#folder, now, now);
    dropOld(programs, now);
  }

  /** Absolute path of a part that can be taken over, if there is one. */
  find(part: Part): string | undefined {
    return this.#fresh ? undefined : this.kept(part);
  }

  /** Absolute path of a part, whether this build made it or found it. */
  kept(part: Part): string | undefined {
    const folder = path.join(this.#folder, part);
    return existsSync(folder) ? folder : undefined;
  }

  /** Keeps a part, whole or not at all; another build may have been quicker, with the same bytes. */
  keep(part: Part, from: string): void {
    const [target, beside] = [part, `${part}.${process.pid}`].map((name) =>
      path.join(this.#folder, name),
    );
    if (target !== undefined && beside !== undefined && !existsSync(target)) {
      cpSync(from, beside, { recursive: true });
      try {
        renameSync(beside, target);
      } catch {
        rmSync(beside, { recursive: true, force: true });
      }
    }
    if (part === 'templates') this.#compiled.resolve();
  }
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

/** The program of the build that runs; none where nobody keeps one. */
export const currentProgram = running.get;

/** Opens the program of a build. */
export const openProgram = running.set;
