import { type ArticleData, type Suppliable, WITHDRAWN_TITLE } from '../../model/schema/article.ts';
import { type EntryFields, entryText } from '../../record/entry-text.ts';

const NO_EVIDENCE = 'The evidence was withdrawn together with the article.';

/**
 * The entry that stands in the place of a withdrawn article: where it stood, who published it and
 * when, the hash of its capture, and why it went. What quotes it, names somebody or leads to its
 * words goes with it.
 *
 * @param day of the withdrawal, 2026-01-31
 */
export function tombstone(
  data: ArticleData,
  { reason, day, keepTitle }: { reason: string; day: string; keepTitle: boolean },
): string {
  const { date, outlet, source, language, aliases } = data;
  const { publish: _publish, redacted: _redacted, ...capture } = data.capture;
  const supplied = Object.keys(data.supplied).filter((field) => LEFT.has(field as Suppliable));
  const fields: EntryFields = {
    title: keepTitle ? data.title : WITHDRAWN_TITLE,
    date,
    outlet,
    source: [...source],
    people: [],
    places: [],
    ...(language !== undefined && { language }),
    capture: { ...capture },
    ...(supplied.length > 0 && {
      supplied: Object.fromEntries(supplied.map((field) => [field, { evidence: NO_EVIDENCE }])),
    }),
    access: 'withdrawn',
    withdrawn: { date: day, reason },
    ...(aliases.length > 0 && { aliases: [...aliases] }),
  };
  return entryText(fields, '');
}

/** Fields that stay; of the others not even that they were supplied. */
const LEFT: ReadonlySet<Suppliable> = new Set(['date', 'outlet', 'source', 'language']);
