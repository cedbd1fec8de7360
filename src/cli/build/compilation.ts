import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { KeptProgram, type ProgramName } from '../../integrations/kept-program/program.ts';
import { listFiles, readBytes } from '../../record/content-files.ts';
import type { Folders } from '../../record/folders.ts';
import { sha256 } from '../../record/hash.ts';
import { publishedDossier } from '../../record/published-dossier.ts';
import { readTombstones } from '../../record/read-tombstones.ts';
import type { DossierEntry } from '../../record/types.ts';

/** What the process that compiles is told. */
export interface CompileOrder {
  readonly name: ProgramName;
  /** Compile even what is kept. */
  readonly fresh: boolean;
  readonly content: string;
  /** Absolute path of a folder of its own. */
  readonly scratch: string;
  /** What of the record is compiled: its dossiers, and nothing of its articles. */
  readonly guides: Guides;
}

/** The dossiers that a program is compiled with; each is code of the archive's. */
export type Guides = readonly Pick<DossierEntry, 'slug' | 'file' | 'digest' | 'published'>[];

/** The dossiers as they lie in a content folder, right or wrong. */
export function guidesIn(content: string): Guides {
  const { files } = listFiles(path.join(content, 'dossiers'));
  const tombstones = files.length > 0 ? readTombstones(content) : [];
  return files.flatMap((name) => {
    const bytes = readBytes(content, `dossiers/${name}`);
    if ('what' in bytes || !name.endsWith('.mdx')) return [];
    const slug = name.slice(0, -'.mdx'.length);
    const original = Buffer.from(bytes).toString('utf8');
    const { text } = publishedDossier(original, sha256(bytes), tombstones);
    const guide = { slug, file: `dossiers/${name}` };
    return [
      text === original
        ? { ...guide, digest: sha256(bytes) }
        : { ...guide, digest: sha256(text), published: text },
    ];
  });
}

/**
 * Which program a build needs.
 *
 * @param root folder of this project
 * @param code digest of the code
 */
export function programName(
  { root, content, code }: { root: string; content: string; code: string },
  guides: Guides,
): ProgramName {
  const programs = path.join(root, '.pressmark', 'programs');
  const compiled = guides.map(({ file, digest }) => `${file} ${digest}`);
  if (compiled.length === 0) return { programs, key: sha256(code) };
  return { programs, key: sha256([code, content, ...compiled].join('\n')), owner: content };
}

/** Compiling of a program in a process of its own, while the build does something else; of one that is kept there is nothing to do. */
export class Compilation {
  readonly program: KeptProgram;
  readonly #scratch: string;
  readonly #process: ChildProcess | undefined;
  readonly #ended: Promise<void> | undefined;

  /** @param fresh compile even what is kept */
  constructor(name: ProgramName, guides: Guides, { content, cache }: Folders, fresh: boolean) {
    this.program = new KeptProgram(name);
    this.#scratch = path.join(cache, `compile-${process.pid}`);
    if (this.program.isWhole && !fresh) return;
    const order: CompileOrder = { name, fresh, content, scratch: this.#scratch, guides };
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
