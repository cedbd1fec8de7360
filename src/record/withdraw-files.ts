import { linkSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from './hash.ts';
import { formatManifest, MANIFEST_FILE, parseManifest } from './manifest.ts';
import { WITHDRAWAL_FILE } from './pending.ts';
import { replaceSynced, writeSynced } from './write-synced.ts';

/** What takes an article out of the record: an entry in the place of its own, and no capture. */
export interface Withdrawal {
  readonly entry: { readonly file: string; readonly text: string };
  /** Files that go, as paths in the content folder. */
  readonly remove: readonly string[];
}

interface Journal extends Withdrawal {
  readonly manifest: string;
}

/**
 * Withdraws, in one step: a journal that holds all that shall be appears whole or not at all. From
 * then on the withdrawal is decided; whoever is interrupted is finished by the next call, and nothing
 * is read from the folder in between ({@link interruptedWithdrawal}).
 *
 * @throws Error when another withdrawal has begun, or the disk refuses; nothing is changed then
 */
export function withdrawFiles(folder: string, { entry, remove }: Withdrawal): void {
  const journal: Journal = { entry, remove, manifest: nextManifest(folder, { entry, remove }) };
  const draft = path.join(folder, `${WITHDRAWAL_FILE}-${process.pid}`);
  try {
    writeSynced(draft, JSON.stringify(journal), 'w');
    linkSync(draft, path.join(folder, WITHDRAWAL_FILE));
  } finally {
    rmSync(draft, { force: true });
  }
  finishWithdrawal(folder);
}

/**
 * Finishes a withdrawal that was interrupted, from wherever it stopped.
 *
 * @returns the entry's file; undefined when there is none to finish
 */
export function finishWithdrawal(folder: string): string | undefined {
  const journal = readJournal(folder);
  if (journal === undefined) return undefined;
  const at = (file: string) => path.join(folder, file);
  const draft = at(`${WITHDRAWAL_FILE}-next`);
  for (const file of journal.remove) rmSync(at(file), { force: true });
  replaceSynced(at(journal.entry.file), journal.entry.text, draft);
  replaceSynced(at(MANIFEST_FILE), journal.manifest, draft);
  rmSync(at(WITHDRAWAL_FILE));
  return journal.entry.file;
}

/** The entry of a withdrawal that was interrupted. */
export function interruptedWithdrawal(folder: string): string | undefined {
  return readJournal(folder)?.entry.file;
}

function readJournal(folder: string): Journal | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, WITHDRAWAL_FILE), 'utf8')) as Journal;
  } catch {
    return undefined;
  }
}

function nextManifest(folder: string, { entry, remove }: Withdrawal): string {
  const text = readFileSync(path.join(folder, MANIFEST_FILE), 'utf8');
  const manifest = new Map(parseManifest(text).manifest);
  for (const file of remove) manifest.delete(file);
  return formatManifest(manifest.set(entry.file, sha256(entry.text)));
}
