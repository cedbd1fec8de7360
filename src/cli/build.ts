import path from 'node:path';
import { build } from 'astro';
import { foldersOf } from '../record/folders.ts';
import { sharedRecord } from '../record/shared-record.ts';
import { readFileArguments } from './arguments.ts';
import { ROOT, runCommand } from './command.ts';

const usage = `Usage: npm run build

Builds the site from the content folder (ARCHIVE_CONTENT, else content/) into a folder of plain
files (ARCHIVE_OUT, else dist/). Nothing is replaced unless the whole site was built.`;

await runCommand(async () => {
  const { help } = readFileArguments(process.argv.slice(2), { usage, least: 0, most: 0 });
  if (help) {
    console.log(usage);
    return 0;
  }
  const started = performance.now();
  const { content, out } = foldersOf(process.env, ROOT);
  const { articles } = sharedRecord(content);
  await build({ root: ROOT, logLevel: 'warn' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const count = articles.length === 1 ? '1 article' : `${articles.length} articles`;
  const where = path.relative(process.cwd(), out) || '.';
  console.log(`Built ${count}, with search, in ${seconds} s: ${where}`);
  return 0;
});
