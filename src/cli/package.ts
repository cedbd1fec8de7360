import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { editionName, makeEdition } from '../edition/make-edition.ts';
import { noteMade } from '../record/claim-cache.ts';
import { PACKAGE_ROOT } from '../record/package-root.ts';
import { sharedRecord } from '../record/shared-record.ts';
import { UsageError } from './arguments.ts';
import { buildSite } from './build/build-site.ts';
import { archiveOfCall, runCommand } from './command.ts';

const usage = `Usage: npm run package [-- --to FILE]

Builds the site and packs it as its offline edition: one ZIP with a folder that opens from a disk or
a USB stick, search included, without a server and without a network.

  --to  the file to write; else <title>.zip beside the built site`;

await runCommand(async () => {
  const { help, to } = readArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return 0;
  }
  const { root, folders } = archiveOfCall();
  await buildSite(root, folders, { cold: false });
  const record = sharedRecord(folders.content);
  const file = path.resolve(to ?? path.join(folders.out, '..', `${editionName(record)}.zip`));
  mkdirSync(path.dirname(file), { recursive: true });
  noteMade(path.dirname(folders.cache), { content: folders.content, path: file });
  const { files } = await makeEdition({ root: PACKAGE_ROOT, site: folders.out, to: file }, record);
  const size = (statSync(file).size / 1e6).toFixed(1);
  console.log(`Packed ${files} files, ${size} MB: ${path.relative(process.cwd(), file)}`);
  return 0;
});

function readArguments(args: readonly string[]): { help: boolean; to?: string | undefined } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        to: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}
