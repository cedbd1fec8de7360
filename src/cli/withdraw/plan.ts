import { existsSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../../model/names/nearest.ts';
import { sentence } from '../../model/schema/fields.ts';
import { shinglesOf } from '../../model/shingles.ts';
import { MANIFEST_FILE } from '../../record/manifest.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';
import type { Withdrawal } from '../../record/withdraw-files.ts';
import { UsageError } from '../arguments.ts';
import type { WithdrawArguments } from './arguments.ts';
import { tombstone } from './tombstone.ts';

/** What a withdrawal will do, worked out before anything is changed. */
export interface WithdrawPlan {
  readonly article: ArticleEntry;
  readonly withdrawal: Withdrawal;
  /** Every run of eight words of headline and text, to look for elsewhere. */
  readonly words: ReadonlySet<string>;
}

/**
 * @param record read whole
 * @param day of the withdrawal, 2026-01-31
 * @throws UsageError for an article that is not there or cannot be withdrawn by itself
 */
export function planWithdrawal(
  folder: string,
  record: ArchiveRecord,
  { id, reason, keepTitle }: WithdrawArguments & { id: string },
  day: string,
): WithdrawPlan {
  const article = find(record, id);
  const { data, file, body } = article;
  const wrong = sentence.safeParse(reason ?? '');
  if (!wrong.success) {
    throw new UsageError(
      'Say why with --reason "…", in a sentence of at least 20 characters: readers will see it at the address.',
    );
  }
  const others = record.articles.filter(
    (other) => other.id !== id && other.data.capture.file === data.capture.file,
  );
  if (others.length > 0) {
    throw new UsageError(
      `The capture ${data.capture.file} is also that of ${others.map((other) => other.id).join(', ')}. Nothing was changed.\nGive that article a copy of the capture as its own, or withdraw it first.`,
    );
  }
  if (!existsSync(path.join(folder, MANIFEST_FILE))) {
    throw new UsageError(
      `There is no ${MANIFEST_FILE}. Nothing was changed. Run “npm run seal -- --all” first.`,
    );
  }
  const text = tombstone(data, { reason: wrong.data, day, keepTitle });
  return {
    article,
    withdrawal: { entry: { file, text }, remove: filesOf(data.capture) },
    words: new Set(
      [data.title, ...body.blocks.map((block) => block.text)].flatMap((t) => shinglesOf(t)),
    ),
  };
}

/** A capture and the copy of it that is published. */
function filesOf({ file, redacted }: ArticleEntry['data']['capture']): string[] {
  return redacted === undefined ? [file] : [file, redacted.file];
}

function find({ articles, withdrawn }: ArchiveRecord, id: string): ArticleEntry {
  const article = articles.find((entry) => entry.id === id);
  if (article !== undefined) return article;
  const gone = withdrawn.find((entry) => entry.id === id);
  if (gone !== undefined) {
    throw new UsageError(
      `${id} was withdrawn on ${gone.data.withdrawn?.date ?? 'an unknown day'} already. Nothing was changed.`,
    );
  }
  const guess = nearest(
    id,
    articles.map((entry) => entry.id),
  );
  throw new UsageError(
    `There is no article ${id}. Nothing was changed.${guess === undefined ? '' : ` Did you mean ${guess}?`}`,
  );
}
