import { createInterface } from 'node:readline/promises';
import { withArchiveLockAsync } from '../record/archive-lock.ts';
import { UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';
import { readWithdrawArguments, USAGE } from './withdraw/arguments.ts';
import {
  finishOpen,
  prepare,
  type Scene,
  tellCopies,
  withdrawArticle,
} from './withdraw/carry-out.ts';
import type { Asked } from './withdraw/plan.ts';

const NOBODY =
  'Cannot ask: this is not a terminal. Add --dry-run to see what would happen, --yes to do it.';

await runCommand(async () => {
  const args = readWithdrawArguments(process.argv.slice(2));
  if (args.help) {
    console.log(USAGE);
    return 0;
  }
  const scene = {
    ...archiveOfCall(),
    tell: (line: string) => console.log(line),
  };
  const { id } = args;
  if (id === undefined) return finish(scene);
  const asked = { ...args, id };
  if (args.dryRun) return rehearse(scene, asked);
  if (args.yes) {
    await withdrawArticle(scene, asked);
    return 0;
  }
  return ask(scene, asked);
});

async function finish(scene: Scene): Promise<number> {
  return withArchiveLockAsync(scene.folders.content, 'withdraw', async () => {
    if (finishOpen(scene)) return 0;
    throw new UsageError(`No article was named, and no withdrawal was interrupted.\n\n${USAGE}`);
  });
}

async function rehearse(scene: Scene, asked: Asked): Promise<number> {
  await tellCopies(scene, await prepare(scene, asked));
  console.log('\nThis was a rehearsal. Nothing was changed.');
  return 0;
}

/** Shows what would happen and asks; nobody is kept waiting meanwhile. */
async function ask(scene: Scene, asked: Asked): Promise<number> {
  if (!(process.stdin.isTTY && process.stderr.isTTY)) throw new UsageError(NOBODY);
  const shown = await prepare(scene, asked);
  if (await isWanted()) {
    await withdrawArticle(scene, asked, shown);
    return 0;
  }
  console.log('Nothing was changed.');
  return 1;
}

async function isWanted(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await terminal.question('Withdraw it? [y]es, [n]o: ')).trim());
  } finally {
    terminal.close();
  }
}
