import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { KeptProgram, type ProgramName } from '../../integrations/kept-program/program.ts';
import type { Folders } from '../../record/folders.ts';
import { sha256 } from '../../record/hash.ts';

/** What the process that compiles is told. */
export interface CompileOrder {
  readonly name: ProgramName;
  /** Compile even what is kept. */
  readonly fresh: boolean;
  readonly content: string;
  /** Absolute path of a folder of its own. */
  readonly scratch: string;
}

/**
 * Which program a build needs; nothing of a content folder is in it.
 *
 * @param root folder of this project
 * @param code digest of the code
 */
export function programName({ root, code }: { root: string; code: string }): ProgramName {
  return { programs: path.join(root, '.pressmark', 'programs'), key: sha256(code) };
}

/** Compiling of a program in a process of its own, while the build does something else; of one that is kept there is nothing to do. */
export class Compilation {
  readonly program: KeptProgram;
  readonly #scratch: string;
  readonly #process: ChildProcess | undefined;
  readonly #ended: Promise<void> | undefined;

  /** @param fresh compile even what is kept */
  constructor(name: ProgramName, { content, cache }: Folders, fresh: boolean) {
    this.program = new KeptProgram(name);
    this.#scratch = path.join(cache, `compile-${process.pid}`);
    if (this.program.isWhole && !fresh) return;
    const order: CompileOrder = { name, fresh, content, scratch: this.#scratch };
    const script = path.join(import.meta.dirname, 'compile-program.ts');
    const compiling = spawn(process.execPath, [script, JSON.stringify(order)], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    this.#process = compiling;
    this.#ended = endOf(compiling);
    // Whoever waits for it hears of a failure; until then it is not an unheard one.
    this.#ended.catch(() => undefined);
  }

  /** @throws Error with what the compilers said when they could not go on */
  async finish(): Promise<void> {
    await this.#ended;
  }

  /** Ends it, wherever it is. */
  stop(): void {
    this.#process?.kill('SIGKILL');
    rmSync(this.#scratch, { recursive: true, force: true });
  }
}

function endOf(compiling: ChildProcess): Promise<void> {
  let said = '';
  compiling.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    compiling.once('error', reject);
    compiling.once('close', (status) => {
      if (status === 0) {
        process.stderr.write(said);
        resolve();
      } else reject(new Error(`The templates could not be compiled.\n${said}`));
    });
  });
}
