import { type ArticleData, type Suppliable, WITHDRAWN_TITLE } from '../../model/schema/article.ts';
import { type EntryFields, entryText } from '../../record/entry-text.ts';
import type { LeavingData } from './find-article.ts';

/** What a withdrawn text is known again by. */
export type KnownAgain = Omit<NonNullable<ArticleData['withdrawn']>, 'date' | 'reason'>;

const NO_EVIDENCE = 'The evidence was withdrawn together with the article.';

/**
 * The entry that stands in the place of a withdrawn article: where it stood, who published it and
 * when, the hash of its capture, and why it went. What quotes it, names somebody or leads to its
 * words goes with it.
 *
 * @param day of the withdrawal, 2026-01-31
 */
export function tombstone(
  data: LeavingData,
  {
    reason,
    day,
    keepTitle,
    known,
  }: { reason: string; day: string; keepTitle: boolean; known: KnownAgain },
): string {
  const { title, date, outlet, source, language, aliases = [] } = data;
  const { file, sha256, capturedAt, tool } = data.capture;
  const supplied = (Object.keys(data.supplied ?? {}) as Suppliable[]).filter(
    (field) => LEFT.has(field) && data[field] !== undefined,
  );
  const fields: EntryFields = {
    title: (keepTitle ? title : undefined) ?? WITHDRAWN_TITLE,
    date,
    outlet,
    source: [...source],
    people: [],
    places: [],
    ...(language !== undefined && { language }),
    capture: {
      file,
      sha256,
      ...(capturedAt !== undefined && { capturedAt }),
      ...(tool !== undefined && { tool }),
    },
    ...(supplied.length > 0 && {
      supplied: Object.fromEntries(supplied.map((field) => [field, { evidence: NO_EVIDENCE }])),
    }),
    access: 'withdrawn',
    withdrawn: { date: day, reason, ...known },
    ...(aliases.length > 0 && { aliases: [...aliases] }),
  };
  return entryText(fields, '');
}

/** Fields that stay; of the others not even that they were supplied. */
const LEFT: ReadonlySet<Suppliable> = new Set(['date', 'outlet', 'source', 'language']);
