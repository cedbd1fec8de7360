import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CapturePublish } from '../../model/schema/article.ts';
import { addFiles } from '../../record/add-files.ts';
import { withDecision } from '../../record/capture-decision.ts';
import { sha256 } from '../../record/hash.ts';
import { carryOutSealing } from '../../record/interrupted-sealing.ts';
import { formatManifest, hashFile, readManifest } from '../../record/manifest.ts';
import { manifestId } from '../../record/pending.ts';
import { parseArticle } from '../../record/read-articles.ts';
import type { ArticleEntry } from '../../record/types.ts';
import { UsageError } from '../arguments.ts';
import { rewriteFrontMatter } from '../seal/rewrite-front-matter.ts';
import { redactedCopy } from './redacted-copy.ts';

/** What a decision changes; files are paths in the content folder. */
export interface Decision {
  /** The entry as it will be, with the SHA-256 of what it is. */
  readonly entry: { readonly file: string; readonly was: string; readonly text: string };
  readonly copy?: { readonly file: string; readonly bytes: Uint8Array; readonly sha256: string };
  /** A copy that an earlier decision made and that is of no use any more. */
  readonly remove?: string;
  readonly removed: readonly string[];
}

/**
 * Works out what is written when the keeper decides how a capture is published.
 *
 * @throws UsageError when it can't be published so, or when entry or manifest are not in order
 */
export function planDecision(
  folder: string,
  { file, id, data }: ArticleEntry,
  publish: CapturePublish,
): Decision {
  const { capture } = data;
  const text = readFileSync(path.join(folder, file), 'utf8');
  const bytes = readFileSync(path.join(folder, capture.file));
  const copy = publish === 'redacted' ? redactedCopy(capture.file, bytes) : undefined;
  if (publish === 'redacted' && copy === undefined) {
    throw new UsageError(
      `No clean copy of ${capture.file} can be made: a part of it is damaged or packed in a way that is not known. Nothing was changed.\nPublish its hash alone (“npm run private -- ${id} --hash”), or give a page of it without that part.`,
    );
  }
  const decided = rewriteFrontMatter(text, (yaml) =>
    withDecision(yaml, { publish, redacted: copy?.stated }).trimEnd(),
  );
  const { article, problems } = parseArticle(Buffer.from(decided), file);
  if (article?.entry === undefined || problems.length > 0) {
    throw new UsageError(`${file} cannot be rewritten; set “capture.publish” by hand.`);
  }
  const manifest = readManifest(folder);
  const was = sha256(text);
  if (manifest?.get(file) !== was) {
    throw new UsageError(
      `${file} is not as it was sealed. Nothing was changed. Run “npm run verify”, which says what to do, first.`,
    );
  }
  const before = capture.redacted?.file;
  return {
    entry: { file, was, text: decided },
    ...(copy !== undefined && {
      copy: { file: copy.stated.file, bytes: copy.bytes, sha256: copy.stated.sha256 },
    }),
    ...(before !== undefined && before !== copy?.stated.file && { remove: before }),
    removed: copy?.stated.removed ?? [],
  };
}

/** Makes a decision part of the record; called under the lock of the archive. */
export function carryOutDecision(folder: string, { entry, copy, remove }: Decision): void {
  if (copy !== undefined) putCopy(folder, copy);
  const manifest = new Map(readManifest(folder));
  if (remove !== undefined) manifest.delete(remove);
  manifest.set(entry.file, sha256(entry.text));
  carryOutSealing(folder, {
    base: manifestId(folder),
    manifest: formatManifest(manifest),
    writes: { [entry.file]: { was: entry.was, text: entry.text } },
  });
  if (remove !== undefined) rmSync(path.join(folder, remove), { force: true });
}

function putCopy(folder: string, { file, bytes, sha256: hash }: NonNullable<Decision['copy']>) {
  const target = path.join(folder, file);
  if (!existsSync(target)) addFiles(folder, new Map([[file, bytes]]));
  else if (hashFile(folder, file) !== hash) {
    throw new UsageError(
      `${file} is there already, and is another copy. Nothing was changed. Remove it, run “npm run seal -- ${file}”, and decide again.`,
    );
  }
}
