import { shownJson } from '../../model/shown.ts';
import type { Proposal } from './proposal.ts';

/**
 * What `--json` prints of a capture, one object a line.
 *
 * @param own language of the archive, which entries leave out
 */
export function jsonLine(
  file: string,
  proposal: Proposal,
  warnings: readonly string[],
  own: string,
): string {
  const { passages, source } = proposal;
  return shownJson(
    JSON.stringify({
      file,
      title: proposal.title,
      date: proposal.date,
      dateSource: proposal.dateSource,
      byline: proposal.byline ?? null,
      outlet: proposal.outlet,
      source: source.length === 1 ? source[0] : source,
      language: proposal.language ?? own,
      url: proposal.url ?? null,
      people: proposal.people,
      places: proposal.places,
      paragraphs: passages.filter(({ kind }) => kind !== 'figure').map(({ text }) => text),
      captions: passages.flatMap((passage) =>
        passage.kind === 'figure' ? [[passage.text, passage.credit ?? ''].join(' ').trim()] : [],
      ),
      removed: proposal.removed.map(({ text, reason }) => ({ text, reason })),
      review: [...warnings, ...suppliedWords(proposal), ...proposal.review],
    }),
  );
}

/** Each field that was inferred, with its evidence. */
export function suppliedWords({ supplied }: Proposal): string[] {
  return Object.entries(supplied).map(([field, evidence]) => `Supplied ${field}: ${evidence}`);
}
