import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { countWords } from '../model/lists/count-words.ts';
import { describeProblems } from '../model/problem.ts';
import { sentence } from '../model/schema/fields.ts';
import { calledFrom } from '../record/archive-root.ts';
import { MANIFEST_FILE } from '../record/manifest.ts';
import { UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';
import { sealFiles } from './seal/seal-files.ts';

const usage = `Usage: npm run seal -- FILE… [--reason "…"]
       npm run seal -- --all

Accepts edits to the record that were made on purpose: writes the files' hashes into
manifest-sha256.txt. FILE is a path in the content folder (ARCHIVE_CONTENT, else content/), or the
path from here. A file that was removed on purpose is taken out.

  --all     seals everything but captures and pictures that are not what was sealed; look at what
            changed first
  --reason  why a capture or a picture was replaced, in a sentence. It is needed for one that was
            sealed before, and stays in the corrections of its article beside the earlier hash

Files of which git or an editor has changed the line ends alone: npm run repair.`;

await runCommand(() => {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (!values.all && positionals.length === 0)
    throw new UsageError(`No file was named.\n\n${usage}`);
  if (values.all && positionals.length > 0) {
    throw new UsageError(`Either name files or say --all. Nothing was sealed.\n\n${usage}`);
  }
  if (values.all && values.reason !== undefined) {
    throw new UsageError(
      '--all seals no capture, so that there is nothing to give a reason for. Name the capture. Nothing was sealed.',
    );
  }
  if (values.reason !== undefined && !sentence.safeParse(values.reason).success) {
    throw new UsageError(
      'Say why in a sentence of at least 20 characters, without line breaks: readers will see it. Nothing was sealed.',
    );
  }
  const { content } = archiveOfCall().folders;
  if (!existsSync(content)) {
    throw new UsageError(`There is no content folder at ${content}. Set ARCHIVE_CONTENT to yours.`);
  }
  const files = values.all ? undefined : positionals.map((file) => inContent(file, content));
  const day = new Date().toISOString().slice(0, 10);
  const { report, left } = sealFiles(content, files, { day, reason: values.reason }, (line) =>
    console.error(line),
  );
  for (const line of report) console.log(line);
  if (left.length === 0) {
    console.log(`Sealed. ${MANIFEST_FILE} is up to date for these files.`);
    return 0;
  }
  console.error(`\n${describeProblems(left)}\n`);
  console.error(
    values.all
      ? `The rest is sealed; ${countWords(left.length, 'file')} not.`
      : 'Nothing was sealed.',
  );
  return 1;
});

function readArguments() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        all: { type: 'boolean' },
        reason: { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** A path as it was typed, from the content folder. */
function inContent(file: string, content: string): string {
  const from = calledFrom();
  const typed = path.resolve(from, file);
  const folder = realpathSync(content);
  const inside = path.relative(folder, typed);
  const isInside = inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside);
  return (isInside ? inside : file).split(path.sep).join('/');
}
