// A process that compiles templates and bundles scripts, and ends: what compilers hold of memory goes with it, and
// the build reads the record meanwhile. argv: what it is to do, as JSON.
import { mkdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { KeptProgram } from '../../integrations/kept-program/program.ts';
import type { Settings } from '../../model/schema/settings.ts';
import { foldersOf } from '../../record/folders.ts';
import { shareRecord } from '../../record/shared-record.ts';
import type { ArchiveRecord } from '../../record/types.ts';
import { ROOT, runCommand } from '../command.ts';
import { withLock } from '../file-lock.mjs';
import type { CompileOrder, Guides } from './compilation.ts';

await runCommand(async () => {
  const order = JSON.parse(process.argv[2] ?? '') as CompileOrder;
  enableCompileCache(path.join(ROOT, '.pressmark', 'compiled'));
  const program = new KeptProgram(order.name);
  // One at a time: what Astro writes while it compiles (`.astro/`) belongs to the project.
  await withLock(path.join(ROOT, '.pressmark', 'compile.lock'), async () => {
    if (program.isWhole && !order.fresh) return;
    await compile(program, order);
  });
  return 0;
});

async function compile(
  program: KeptProgram,
  { content, scratch, guides }: CompileOrder,
): Promise<void> {
  const [work, site, assets] = ['work', 'site', 'assets'].map((name) => path.join(scratch, name));
  try {
    if (work === undefined || site === undefined || assets === undefined) return;
    mkdirSync(work, { recursive: true });
    process.chdir(work);
    Object.assign(process.env, { ARCHIVE_CONTENT: content, ARCHIVE_OUT: site });
    // Astro's own cache is that of the folder it is told to build into, and is written at the very end.
    const { cache } = foldersOf(process.env, ROOT);
    process.once('exit', () => rmSync(cache, { recursive: true, force: true }));
    shareRecord(content, recordOf(guides));
    const { compileOnly } = await import('../../integrations/own.ts');
    compileOnly({ program, site });
    // Thousands of modules, which load in half the time as the last process compiled them.
    const { build } = await import('astro');
    await build({ root: ROOT, logLevel: 'warn' });
    const { bundleScripts } = await import('../../integrations/browser-bundle.ts');
    await bundleScripts(ROOT, assets);
    program.keep('assets', assets);
  } finally {
    process.chdir(ROOT);
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A record of dossiers alone: nothing else of it is compiled. */
function recordOf(guides: Guides): ArchiveRecord {
  return {
    settings: {} as Settings,
    articles: [],
    withdrawn: [],
    authorities: { people: [], places: [], outlets: [], sources: [], topics: [] },
    dossiers: guides as ArchiveRecord['dossiers'],
    withheldFiles: new Set(),
    leftOut: [],
    digest: 'compiled alone',
  };
}
