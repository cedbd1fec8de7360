import { shownJson } from '../../model/shown.ts';
import { findWords } from '../private/words.ts';
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
      review: [
        ...warnings,
        ...suppliedWords(proposal),
        ...proposal.review,
        ...privateWords(proposal),
      ],
      private: proposal.finds,
      publish: proposal.publish ?? null,
    }),
  );
}

/** Each field that was inferred, with its evidence. */
export function suppliedWords({ supplied }: Proposal): string[] {
  return Object.entries(supplied).map(([field, evidence]) => `Supplied ${field}: ${evidence}`);
}

/** What is private in the capture, and what comes of that until a person decides. */
export function privateWords({ finds, publish }: Proposal): string[] {
  if (finds.length === 0) return [];
  const then =
    publish === undefined
      ? 'Private: the capture is kept, and published as its hash alone until you decide; “npm run verify” fails until then. “npm run private” shows and records it.'
      : `Private: the capture is published as you decided: ${publish}.`;
  return [...finds.map((find) => `Private: ${findWords(find)}.`), then];
}
