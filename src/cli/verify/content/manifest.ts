import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../../record/content-files.ts';
import { hashFile, MANIFEST_FILE, parseManifest } from '../../../record/manifest.ts';
import type { Finding, FolderRule } from '../finding.ts';

const WHY =
  'The manifest is how anyone proves, with no tool of ours, that the record is what it was.';

/** Every file of the record stands in the manifest with the hash of its bytes. */
export const manifestRule: FolderRule = ({ folder }) => {
  const files = listFiles(folder).files.filter((file) => file !== MANIFEST_FILE);
  const known = new Set(files);
  let text: string;
  try {
    text = readFileSync(path.join(folder, MANIFEST_FILE), 'utf8');
  } catch {
    return [
      {
        file: MANIFEST_FILE,
        what: 'There is no manifest.',
        why: WHY,
        remedy: 'Run “npm run seal -- --all” to make it, after looking at what it will vouch for.',
      },
    ];
  }
  const { manifest, badLines } = parseManifest(text);
  return [
    ...badLines.map((line) => unreadable(line)),
    ...files.flatMap((file) => check(file, manifest.get(file), folder)),
    ...[...manifest.keys()].filter((file) => !known.has(file)).map(gone),
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
  const found = hashFile(folder, file);
  if (found === sealed) return [];
  return [
    {
      file,
      what: `The file has changed since it was sealed: its SHA-256 is ${found}, the manifest says ${sealed}.`,
      why: WHY,
      remedy: `Put the sealed file back, or run “npm run seal -- ${file}” if the edit was meant.`,
    },
  ];
}

function gone(file: string): Finding {
  return {
    file,
    what: 'The manifest names this file, and it is missing.',
    why: WHY,
    remedy: `Put it back from a copy, or run “npm run seal -- ${file}” if it was removed on purpose.`,
  };
}

function unreadable(line: number): Finding {
  return {
    file: MANIFEST_FILE,
    line,
    what: 'This line is not “<hash>  <path>”, or names a file that an earlier line names.',
    why: WHY,
    remedy: 'Restore the line from the version history, or remove it and seal its file again.',
  };
}
