import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { countWords } from '../model/lists/count-words.ts';
import { ArchiveProblems } from '../model/problem.ts';
import { foldersOf } from '../record/folders.ts';
import { readFileArguments, UsageError } from './arguments.ts';
import { ROOT, runCommand } from './command.ts';
import { leaveOutWithdrawn, leftOutWords, readStones } from './restore/leave-out-withdrawn.ts';
import { restoreRecord } from './restore/restore-record.ts';

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
  const site = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), files[0] ?? '');
  const { content } = foldersOf(process.env, ROOT);
  if (existsSync(content) && readdirSync(content).length > 0) {
    throw new UsageError(
      `There is an archive at ${content} already. Nothing was written.\nSet ARCHIVE_CONTENT to a folder that does not exist yet.`,
    );
  }
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const stones = newer === undefined ? [] : await readStones(path.resolve(from, newer));
  const draft = `${content}.draft-${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    const { count, withheld, problems } = await restoreRecord(site, draft);
    if (problems.length > 0) throw new ArchiveProblems(problems);
    const leftOut = leaveOutWithdrawn(draft, stones);
    if (existsSync(content)) rmdirSync(content);
    renameSync(draft, content);
    console.log(`Restored ${countWords(count, 'file')} to ${content}. Run “npm run verify” next.`);
    for (const line of leftOutWords(leftOut, newer !== undefined)) console.log(line);
    if (withheld.length > 0) {
      console.log(
        `The site does not publish all of ${countWords(withheld.length, 'article')}. What is restored of each is what was published; the rest of its text and its capture are not in any copy of the site:`,
      );
      for (const file of withheld) console.log(`  ${file}`);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
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
  return {
    newer,
    others: args.filter((_, index) => index !== at && (inside !== undefined || index !== at + 1)),
  };
}
