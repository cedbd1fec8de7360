import { writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { LEFT_OUT } from '../model/address.ts';
import { countWords } from '../model/lists/count-words.ts';
import { describeProblems } from '../model/problem.ts';
import { reportProgress } from '../record/progress.ts';
import { sharedRecord } from '../record/shared-record.ts';
import { openTimings, Timings } from '../record/timings.ts';
import { withheldWarning } from '../record/withheld-warning.ts';
import { readBuildArguments } from './build/arguments.ts';
import { showProgress } from './build/show-progress.ts';
import { siteWords } from './build/site-words.ts';
import { timePhases } from './build/time-phases.ts';
import { archiveOfCall, runCommand } from './command.ts';

const usage = `Usage: npm run build [-- [--cold] [--quarantine] [--timings FILE]]

Builds the site from the content folder (ARCHIVE_CONTENT, else content/) into a folder of plain
files (ARCHIVE_OUT, else dist/), with Astro. Nothing is replaced unless the whole site was built. The
folder must be empty, missing, or a site that Pressmark built; files in it that Pressmark did not make stay.

  --cold        make every file anew, whatever an earlier build remembered; the result is the same
  --quarantine  leave out entries and records that have problems, list them here and on a page of
                the site, and build the rest; without it one problem stops the build
  --timings     writes how long each phase and each kind of page took to FILE, as JSON`;

await runCommand(async () => {
  const { help, timings: file, ...options } = readBuildArguments(process.argv.slice(2), usage);
  if (help) {
    console.log(usage);
    return 0;
  }
  const started = performance.now();
  const { root, folders } = archiveOfCall();
  // What is loaded from here on loads in half the time, as compiled by the last build.
  enableCompileCache(path.join(root, '.pressmark', 'compiled'));
  const clock = () => performance.now();
  const shown = showProgress(process.stderr, clock);
  const timings = file === undefined ? undefined : openTimings(new Timings());
  const progress = timings === undefined ? shown : timePhases(shown, timings, clock);
  reportProgress(progress);
  const { buildSite } = await import('./build/build-site.ts');
  const built = await buildSite(root, folders, options);
  progress.end();
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(timings?.lines, null, 2)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const count = countWords(built.articles, 'article');
  const where = path.relative(process.cwd(), folders.out) || '.';
  console.log(
    built.unchanged
      ? `Up to date (${count}, checked in ${seconds} s): ${where}`
      : `Built ${count}, with search, in ${seconds} s: ${where}`,
  );
  for (const line of siteWords(built)) console.error(line);
  const { leftOut } = built;
  const warning = built.unchanged ? undefined : withheldWarning(sharedRecord(folders.content));
  if (warning !== undefined) console.error(`\n${warning}`);
  if (leftOut.length > 0) {
    const files = new Set(leftOut.map(({ file }) => file)).size;
    console.error(
      `\n${describeProblems(leftOut)}\n\nLeft out: ${countWords(files, 'file')}, each with its reason above and on the page ${LEFT_OUT}.`,
    );
  }
  return 0;
});
