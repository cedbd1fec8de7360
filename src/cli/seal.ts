import { existsSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { foldersOf } from '../record/folders.ts';
import { MANIFEST_FILE } from '../record/manifest.ts';
import { UsageError } from './arguments.ts';
import { ROOT, runCommand } from './command.ts';
import { allFiles, planSeal } from './seal/plan.ts';

const usage = `Usage: npm run seal -- FILE…
       npm run seal -- --all

Accepts edits to the record that were made on purpose: writes the files' hashes into
manifest-sha256.txt and, for a capture, into the front matter of its article. FILE is a path in the
content folder (ARCHIVE_CONTENT, else content/), or the path from here. A file that was removed on
purpose is taken out. --all seals everything; look at what changed first.`;

await runCommand(() => {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (!values.all && positionals.length === 0)
    throw new UsageError(`No file was named.\n\n${usage}`);
  const { content } = foldersOf(process.env, ROOT);
  if (!existsSync(content)) {
    throw new UsageError(`There is no content folder at ${content}. Set ARCHIVE_CONTENT to yours.`);
  }
  const known = new Set(allFiles(content));
  const files = values.all ? [...known] : positionals.map((file) => inContent(file, content));
  const strangers = files.filter((file) => !known.has(file));
  if (strangers.length > 0) {
    throw new UsageError(
      `Not in the content folder ${content}, nor in its manifest: ${strangers.join(', ')}.\nNothing was sealed. Check the spelling; a path is read from the content folder or from here.`,
    );
  }
  const { writes, report } = planSeal(content, files);
  for (const [file, text] of writes) replaceFile(path.join(content, file), text);
  for (const line of report) console.log(line);
  console.log(`Sealed. ${MANIFEST_FILE} is up to date for these files.`);
  return 0;
});

function readArguments() {
  try {
    return parseArgs({
      options: { help: { type: 'boolean', short: 'h' }, all: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** A path as it was typed, from the content folder. */
function inContent(file: string, content: string): string {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const typed = path.resolve(from, file);
  const folder = realpathSync(content);
  const inside = path.relative(folder, typed);
  const isInside = inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside);
  return (isInside ? inside : file).split(path.sep).join('/');
}

/** Writes a file in one step, so that a reader finds the old text or the new one. */
function replaceFile(file: string, text: string): void {
  const draft = `${file}.draft-${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
