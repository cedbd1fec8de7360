import path from 'node:path';
import { countWords } from '../model/lists/count-words.ts';
import { calledFrom } from '../record/archive-root.ts';
import { readFileArguments } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';
import { restoreArchive } from './restore/restore-archive.ts';

const usage = `Usage: npm run restore -- SITE

Makes a content folder again from a published site: SITE is the folder of a downloaded copy, with
data/record.ndjson and captures/ in it. The content folder (ARCHIVE_CONTENT, else content/) must not
exist or be empty. Every file is checked against its hash; with one problem nothing is written.`;

await runCommand(async () => {
  const { help, files } = readFileArguments(process.argv.slice(2), { usage, least: 1, most: 1 });
  if (help) {
    console.log(usage);
    return 0;
  }
  const site = path.resolve(calledFrom(), files[0] ?? '');
  const { content } = archiveOfCall({ mayBeNew: true }).folders;
  const { count, withheld } = await restoreArchive(site, content);
  console.log(`Restored ${countWords(count, 'file')} to ${content}. Run “npm run verify” next.`);
  if (withheld.length > 0) {
    console.log(
      `The site does not publish all of ${countWords(withheld.length, 'article')}. What is restored of each is what was published; the rest of its text and its capture are not in any copy of the site:`,
    );
    for (const file of withheld) console.log(`  ${file}`);
  }
  return 0;
});
