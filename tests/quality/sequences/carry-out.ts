import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readCapture } from '../../../src/capture/read-capture.ts';
import { makeContext } from '../../../src/cli/add/context.ts';
import type { Reader } from '../../../src/cli/add/reader.ts';
import { addAll } from '../../../src/cli/add/run.ts';
import { repairArchive } from '../../../src/cli/repair/repair-archive.ts';
import { restoreArchive } from '../../../src/cli/restore/restore-archive.ts';
import { sealFiles } from '../../../src/cli/seal/seal-files.ts';
import { manifestRule } from '../../../src/cli/verify/content/manifest.ts';
import { finishOpen, withdrawArticle } from '../../../src/cli/withdraw/carry-out.ts';
import { SiteBuild } from '../../../src/integrations/build/site-build.ts';
import { ArchiveProblems } from '../../../src/model/problem.ts';
import { undoInterrupted } from '../../../src/record/add-files.ts';
import { readArchive } from '../../../src/record/read-archive.ts';
import type { Order } from './orders.ts';
import { writeStandIn } from './stand-in.ts';

let begun: SiteBuild | undefined;

/** Does what a command does, without its words to a person. @returns what it said */
export async function carryOut(order: Order): Promise<string> {
  const { folders } = order;
  const { content } = folders;
  // The archive's own folder: nothing of this project is looked at, and its digest is quick.
  const root = path.dirname(content);
  const lines: string[] = [];
  const tell = (line: string) => lines.push(line);
  switch (order.kind) {
    case 'add':
      await add(content, order.file, order.again, tell);
      break;
    case 'seal': {
      const { files, reason } = order;
      const { report, left } = sealFiles(content, files, { reason, day: '2026-11-30' }, tell);
      if (left.length > 0) throw new ArchiveProblems(left);
      lines.push(...report);
      break;
    }
    case 'withdraw': {
      const { id, reason } = order;
      await withdrawArticle(
        { folders, root, tell },
        { id, reason, keepTitle: false, outlet: undefined },
      );
      break;
    }
    case 'finish':
      finishOpen({ folders, root, tell });
      undoInterrupted(content, tell);
      break;
    case 'repair':
      repairArchive(content, tell);
      break;
    case 'build':
      begun = beginBuild(order);
      endBuild();
      break;
    case 'begin build':
      begun = beginBuild(order);
      break;
    case 'end build':
      endBuild();
      break;
    case 'restore':
      await restoreArchive(order.site, order.to);
      break;
    case 'check': {
      const { problems } = readArchive(content, undefined, { whole: true });
      const sealed = manifestRule({ folder: content }).filter(({ advice }) => advice === undefined);
      const wrong = [...problems, ...sealed];
      if (wrong.length > 0) throw new ArchiveProblems(wrong);
      break;
    }
  }
  return lines.join('\n');
}

async function add(
  content: string,
  file: string,
  again: string | undefined,
  tell: (line: string) => void,
) {
  const said: string[] = [];
  undoInterrupted(content, tell);
  const { record, problems } = readArchive(content, undefined, { whole: true });
  if (record === undefined) throw new ArchiveProblems(problems);
  const reader = { read: readCapture } as unknown as Reader;
  const args = { help: false, yes: true, dryRun: false, json: false, files: [file] };
  const failed = await addAll(again === undefined ? args : { ...args, again }, {
    context: makeContext(content, record, '2026-11-30T12:00:00.000Z'),
    reader,
    asker: undefined,
    from: path.dirname(file),
    print: () => undefined,
    tell(line) {
      said.push(line);
      tell(line);
    },
  });
  if (failed > 0) throw new Error(`Not added. ${said.join(' ')}`);
}

function beginBuild({ folders, ...order }: Order): SiteBuild {
  const cold = order.kind === 'build' && order.cold === true;
  const build = new SiteBuild(path.dirname(folders.content), folders, { cold });
  const { made } = build.places;
  mkdirSync(made, { recursive: true });
  writeStandIn(made, folders.content, build.record);
  return build;
}

function endBuild(): void {
  begun?.compose();
  begun?.publish();
  begun = undefined;
}
