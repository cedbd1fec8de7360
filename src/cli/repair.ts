import { existsSync } from 'node:fs';
import { describeProblems } from '../model/problem.ts';
import { readFileArguments, UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';
import { repairArchive } from './repair/repair-archive.ts';

const usage = `Usage: npm run repair

Mends in the content folder (ARCHIVE_CONTENT, else content/) what can be mended without deciding
anything, and says what it did:

  - what an interrupted command left is finished or taken back
  - lines of the manifest that git or an editor has made unreadable: CR LF line ends, a byte-order
    mark, the markers of a merge. The lines of both sides are kept; of two for one file the one that
    is true of it
  - files of which git or an editor has changed the line ends alone get those back that were sealed;
    the archive's own texts get LF
  - a missing .gitattributes, which keeps git from doing so again

No text is changed in any other way. What only a person can decide is listed; exit status 1 then.`;

await runCommand(() => {
  const { help } = readFileArguments(process.argv.slice(2), { usage, least: 0, most: 0 });
  if (help) {
    console.log(usage);
    return 0;
  }
  const { content } = archiveOfCall().folders;
  if (!existsSync(content)) {
    throw new UsageError(`There is no content folder at ${content}. Set ARCHIVE_CONTENT to yours.`);
  }
  const said: string[] = [];
  const { report, left } = repairArchive(content, (line) => said.push(line));
  for (const line of [...said, ...report]) console.log(line);
  if (left.length > 0) {
    console.error(`\n${describeProblems(left)}\n`);
    return 1;
  }
  console.log(
    said.length + report.length === 0
      ? 'Nothing had to be mended. “npm run verify” checks the rest.'
      : 'Mended. Run “npm run verify” next.',
  );
  return 0;
});
