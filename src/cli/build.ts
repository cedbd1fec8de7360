import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { foldersOf } from '../record/folders.ts';
import { reportProgress } from '../record/progress.ts';
import { readBuildArguments } from './build/arguments.ts';
import { buildSite } from './build/build-site.ts';
import { showProgress } from './build/show-progress.ts';
import { ROOT, runCommand } from './command.ts';

const usage = `Usage: npm run build [-- --cold]

Builds the site from the content folder (ARCHIVE_CONTENT, else content/) into a folder of plain
files (ARCHIVE_OUT, else dist/). Nothing is replaced unless the whole site was built.

  --cold  make every file anew, whatever an earlier build remembered; the result is the same`;

await runCommand(async () => {
  const { help, cold } = readBuildArguments(process.argv.slice(2), usage);
  if (help) {
    console.log(usage);
    return 0;
  }
  const started = performance.now();
  const folders = foldersOf(process.env, ROOT);
  // Astro and Vite are thousands of modules: as compiled by the last build they load in half the time.
  enableCompileCache(path.join(ROOT, '.pressmark', 'compiled'));
  const progress = showProgress(process.stderr, () => performance.now());
  reportProgress(progress);
  const { articles, unchanged } = await buildSite(ROOT, folders, { cold });
  progress.end();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const count = articles === 1 ? '1 article' : `${articles} articles`;
  const where = path.relative(process.cwd(), folders.out) || '.';
  console.log(
    unchanged
      ? `Nothing has changed: the site of ${count} stands as it would be built, which took ${seconds} s to see: ${where}`
      : `Built ${count}, with search, in ${seconds} s: ${where}`,
  );
  return 0;
});
