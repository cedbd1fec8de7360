import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { claimCache } from '../record/claim-cache.ts';
import { sharedRecord } from '../record/shared-record.ts';
import { UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';

const usage = `Usage: npm run dev -- [--port 4321]

Serves the site from the content folder (ARCHIVE_CONTENT, else content/) while you edit it, search
included. A change is shown when the page is loaded again.
  --port   where to listen; if it is taken, the next free one`;

await runCommand(async () => {
  const { help, port } = readArguments();
  if (help) {
    console.log(usage);
    return 0;
  }
  const { root, folders } = archiveOfCall();
  claimCache(folders);
  sharedRecord(folders.content);
  await dev({ root, ...(port !== undefined && { server: { port } }) });
  return 0;
});

function readArguments(): { help: boolean; port: number | undefined } {
  let values: { help?: boolean; port?: string };
  try {
    const options = { help: { type: 'boolean', short: 'h' }, port: { type: 'string' } } as const;
    values = parseArgs({ options }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
  const { help = false, port } = values;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw new UsageError(
      `--port ${port} is not a port; it must be a number from 0 to 65535.\n\n${usage}`,
    );
  }
  return { help, port: port === undefined ? undefined : Number(port) };
}
