import path from 'node:path';
import { countWords } from '../model/lists/count-words.ts';
import { calledFrom } from '../record/archive-root.ts';
import { readFileArguments, UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';
import { leftOutWords, readStones } from './restore/leave-out-withdrawn.ts';
import { restoreArchive } from './restore/restore-archive.ts';

const usage = `Usage: npm run restore -- [--withdrawn FOLDER] SITE

Makes a content folder again from a published site: SITE is the folder of a downloaded copy, with
data/record.ndjson and captures/ in it. The content folder (ARCHIVE_CONTENT, else content/) must not
exist or be empty. Every file is checked against its hash; with one problem nothing is written.

  --withdrawn  a newer copy of the site, or a content folder: what was withdrawn there is left out`;

await runCommand(async () => {
  const { newer, others } = takeNewer(process.argv.slice(2));
  const { help, files } = readFileArguments(others, { usage, least: 1, most: 1 });
  if (help) {
    console.log(usage);
    return 0;
  }
  const from = calledFrom();
  const site = path.resolve(from, files[0] ?? '');
  const { content } = archiveOfCall({ mayBeNew: true }).folders;
  const stones = newer === undefined ? [] : await readStones(path.resolve(from, newer));
  const { count, withheld, leftOut } = await restoreArchive(site, content, stones);
  console.log(`Restored ${countWords(count, 'file')} to ${content}. Run “npm run verify” next.`);
  for (const line of leftOutWords(leftOut, newer !== undefined)) console.log(line);
  if (withheld.length > 0) {
    console.log(
      `The site does not publish all of ${countWords(withheld.length, 'article')}. What is restored of each is what was published; the rest of its text and its capture are not in any copy of the site:`,
    );
    for (const file of withheld) console.log(`  ${file}`);
  }
  return 0;
});

/** The folder after `--withdrawn`, and the other arguments. */
function takeNewer(args: readonly string[]): { newer?: string; others: string[] } {
  const at = args.findIndex((arg) => /^--withdrawn(?:=|$)/.test(arg));
  if (at === -1) return { others: [...args] };
  const [, inside] = /^--withdrawn=(.+)$/s.exec(args[at] ?? '') ?? [];
  const newer = inside ?? args[at + 1];
  if (newer === undefined) throw new UsageError(`No folder follows --withdrawn.\n\n${usage}`);
  const own = inside === undefined ? [at, at + 1] : [at];
  return { newer, others: args.filter((_, index) => !own.includes(index)) };
}
