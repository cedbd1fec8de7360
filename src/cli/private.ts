import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems } from '../model/problem.ts';
import { findPrivate, summarise } from '../private/find.ts';
import { undoInterrupted } from '../record/add-files.ts';
import { withArchiveLock } from '../record/archive-lock.ts';
import { readArchive } from '../record/read-archive.ts';
import { UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';
import { readPrivateArguments, USAGE } from './private/arguments.ts';
import { carryOutDecision, planDecision } from './private/decide.ts';
import { findWords } from './private/words.ts';

await runCommand(() => {
  const { help, publish, ids } = readPrivateArguments(process.argv.slice(2));
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const { content } = archiveOfCall().folders;
  const { record, problems } = readArchive(content, undefined, { whole: true });
  if (record === undefined) throw new ArchiveProblems(problems);
  const articles = ids.map((id) => {
    const found = record.articles.find((article) => article.id === id);
    if (found === undefined)
      throw new UsageError(`No article has the id ${id}. Nothing was changed.`);
    if (!existsSync(path.join(content, found.data.capture.file))) {
      throw new UsageError(
        `The capture of ${id} is not in this archive: it was restored from a site that had its hash alone. Nothing was changed.`,
      );
    }
    return found;
  });
  for (const article of articles) {
    const { id, data } = article;
    const finds = summarise(findPrivate(readFileSync(path.join(content, data.capture.file))));
    console.log(`${id}: ${finds.length === 0 ? 'nothing private was found' : data.capture.file}`);
    for (const find of finds) console.log(`  ${findWords(find)}`);
    if (publish === undefined) {
      const decided =
        data.capture.publish ?? (finds.length === 0 ? 'whole' : 'its hash alone, until you decide');
      console.log(`  Published: ${decided}`);
      continue;
    }
    const { removed } = withArchiveLock(content, 'private', () => {
      undoInterrupted(content);
      const decision = planDecision(content, article, publish);
      carryOutDecision(content, decision);
      return decision;
    });
    for (const line of removed) console.log(`  Taken out: ${line}`);
    console.log(`  Decided: ${publish}. The entry says so, and is sealed.`);
  }
  return 0;
});
