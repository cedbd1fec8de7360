import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CapturePublish } from '../../model/schema/article.ts';
import { withDecision } from '../../record/capture-decision.ts';
import { sha256 } from '../../record/hash.ts';
import { formatManifest, MANIFEST_FILE, parseManifest } from '../../record/manifest.ts';
import { parseArticle } from '../../record/read-articles.ts';
import type { ArticleEntry } from '../../record/types.ts';
import { UsageError } from '../arguments.ts';
import { rewriteFrontMatter } from '../seal/rewrite-front-matter.ts';
import { redactedCopy } from './redacted-copy.ts';

/** Files that a decision changes, by path in the content folder; the manifest comes last. */
export interface Decision {
  readonly writes: ReadonlyMap<string, string | Uint8Array>;
  /** A copy that an earlier decision made and that is of no use any more. */
  readonly remove: string | undefined;
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
  const sealed = readFileSync(path.join(folder, MANIFEST_FILE), 'utf8');
  const { manifest, badLines } = parseManifest(sealed);
  if (badLines.length > 0 || manifest.get(file) !== sha256(text)) {
    throw new UsageError(
      `${file} is not as it was sealed. Nothing was changed. Run “npm run verify”, which says what to do, first.`,
    );
  }
  const lines = new Map(manifest);
  const writes = new Map<string, string | Uint8Array>();
  const before = capture.redacted?.file;
  const remove = before !== undefined && before !== copy?.stated.file ? before : undefined;
  if (remove !== undefined) lines.delete(remove);
  if (copy !== undefined) {
    writes.set(copy.stated.file, copy.bytes);
    lines.set(copy.stated.file, copy.stated.sha256);
  }
  writes.set(file, decided);
  lines.set(file, sha256(decided));
  writes.set(MANIFEST_FILE, formatManifest(lines));
  return { writes, remove, removed: copy?.stated.removed ?? [] };
}
