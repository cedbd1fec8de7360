import { dev } from 'astro';
import { foldersOf } from '../record/folders.ts';
import { sharedRecord } from '../record/shared-record.ts';
import { readFileArguments } from './arguments.ts';
import { ROOT, runCommand } from './command.ts';

const usage = `Usage: npm run dev

Serves the site from the content folder (ARCHIVE_CONTENT, else content/) while you edit it, search
included. A change is shown when the page is loaded again.`;

await runCommand(async () => {
  const { help } = readFileArguments(process.argv.slice(2), { usage, least: 0, most: 0 });
  if (help) {
    console.log(usage);
    return 0;
  }
  sharedRecord(foldersOf(process.env, ROOT).content);
  await dev({ root: ROOT });
  return 0;
});
