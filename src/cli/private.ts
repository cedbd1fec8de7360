import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems } from '../model/problem.ts';
import { findPrivate, summarise } from '../private/find.ts';
import { foldersOf } from '../record/folders.ts';
import { readArchive } from '../record/read-archive.ts';
import { writeSynced } from '../record/write-synced.ts';
import { UsageError } from './arguments.ts';
import { ROOT, runCommand } from './command.ts';
import { readPrivateArguments, USAGE } from './private/arguments.ts';
import { planDecision } from './private/decide.ts';
import { findWords } from './private/words.ts';

await runCommand(() => {
  const { help, publish, ids } = readPrivateArguments(process.argv.slice(2));
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const { content } = foldersOf(process.env, ROOT);
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
    const { writes, remove, removed } = planDecision(content, article, publish);
    for (const [file, bytes] of writes) replaceFile(path.join(content, file), bytes);
    if (remove !== undefined) rmSync(path.join(content, remove), { force: true });
    for (const line of removed) console.log(`  Taken out: ${line}`);
    console.log(`  Decided: ${publish}. The entry says so, and is sealed.`);
  }
  return 0;
});

/** Writes a file in one step; the entry comes after the copy that it names, the manifest after both. */
function replaceFile(file: string, bytes: string | Uint8Array): void {
  const draft = `${file}.draft-${process.pid}`;
  writeSynced(draft, bytes, 'w');
  renameSync(draft, file);
}
