import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../../record/content-files.ts';
import { missingRules, missingWords } from '../../../record/git-attributes.ts';
import { sha256 } from '../../../record/hash.ts';
import { isOwnText, withSealedLineEnds } from '../../../record/line-ends.ts';
import { MANIFEST_FILE, manifestText, parseManifest } from '../../../record/manifest.ts';
import { isOfWithdrawn } from '../../../record/withdrawn-capture.ts';
import type { Finding, FolderRule } from '../finding.ts';

const WHY =
  'The manifest is how anyone proves, with no tool of ours, that the record is what it was.';

/** Every file of the record stands in the manifest with the hash of its bytes. */
export const manifestRule: FolderRule = ({ folder }) => {
  const files = listFiles(folder).files.filter((file) => file !== MANIFEST_FILE);
  const known = new Set(files);
  const text = manifestText(folder);
  if (text === undefined) {
    return [
      {
        file: MANIFEST_FILE,
        what: 'There is no manifest.',
        why: WHY,
        remedy: 'Run “npm run seal -- --all” to make it, after looking at what it will vouch for.',
      },
    ];
  }
  const { manifest, problems } = parseManifest(text);
  return [
    ...problems,
    ...files.flatMap((file) => check(file, manifest.get(file), folder)),
    ...[...manifest.keys()].filter((file) => !known.has(file)).map((file) => gone(file, folder)),
    ...attributes(folder),
  ];
};

function check(file: string, sealed: string | undefined, folder: string): Finding[] {
  if (sealed === undefined) {
    return [
      {
        file,
        what: 'The file is not in the manifest.',
        why: WHY,
        remedy: `Run “npm run seal -- ${file}” if it belongs to the record; remove it otherwise.`,
      },
    ];
  }
  const bytes = readFileSync(path.join(folder, file));
  const found = sha256(bytes);
  if (found === sealed) return [];
  const what = `The file has changed since it was sealed: its SHA-256 is ${found}, the manifest says ${sealed}.`;
  if (withSealedLineEnds(bytes, sealed) !== undefined) {
    return [
      {
        file,
        what: `${what} Only its line ends differ.`,
        why: WHY,
        remedy:
          'Run “npm run repair”, which puts the sealed line ends back and checks the hash. Git or an editor has changed them; the .gitattributes of the content folder keeps git from it.',
      },
    ];
  }
  const edit = isOwnText(file)
    ? `or run “npm run seal -- ${file}” if the edit was meant`
    : `from a copy of the archive or its version history. If other bytes were meant to take its place, run “npm run seal -- ${file} --reason "…"”, which keeps the reason in the entry`;
  return [
    {
      file,
      what,
      why: WHY,
      remedy: `Put the sealed file back${edit.startsWith('or') ? ',' : ''} ${edit}.`,
    },
  ];
}

function gone(file: string, folder: string): Finding {
  if (isOfWithdrawn(folder, file)) {
    return {
      file,
      what: 'The manifest names this capture, and its article is withdrawn: a merge brought the line back.',
      why: WHY,
      remedy: 'Run “npm run repair”, which takes the line out.',
    };
  }
  return {
    file,
    what: 'The manifest names this file, and it is missing.',
    why: WHY,
    remedy: `Put it back from a copy, or run “npm run seal -- ${file}” if it was removed on purpose.`,
  };
}

function attributes(folder: string): Finding[] {
  const missing = missingRules(folder);
  if (missing === undefined || missing.length === 0) return [];
  return [
    {
      file: '.gitattributes',
      what: missingWords(missing),
      why: 'A capture whose line ends git has changed is not what was received.',
      remedy: 'Add these lines at the end of the file.',
      advice: true,
    },
  ];
}
