import { shownLine } from '../../model/shown.ts';
import { privateWords, suppliedWords } from './json-line.ts';
import type { Proposal } from './proposal.ts';

/** A proposal for a person to judge: what was found, by what evidence, and what is doubtful. */
export function describeProposal(file: string, p: Proposal, warnings: readonly string[]): string {
  const where =
    p.dateSource === 'inferred' ? 'inferred' : `${p.dateSource}: “${p.dateWords ?? ''}”`;
  const rows: [string, string | undefined][] = [
    ['title', p.title],
    ['date', `${p.date} (${where})`],
    ['outlet', p.outlet],
    ['source', p.source.join(', ')],
    ['byline', p.byline],
    ['dateline', p.dateline],
    ['language', p.language],
    ['address', p.url],
    ['captured', p.capturedAt],
    ['people', p.people.join(', ') || '–'],
    ['places', p.places.join(', ') || '–'],
    ['text', shape(p)],
  ];
  const lines = rows.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`  ${name.padEnd(9)} ${name === 'text' ? value : shownLine(value)}`],
  );
  const again = (p.again ?? []).map(
    ({ article, reason }) => `Added again, though articles/${article} was withdrawn: ${reason}`,
  );
  const remarks = [...again, ...warnings, ...suppliedWords(p), ...p.review, ...privateWords(p)].map(
    (remark) => `  ! ${remark}`,
  );
  return [file, ...lines, ...remarks].join('\n');
}

function shape({ passages, removed }: Proposal): string {
  const figures = passages.filter(({ kind }) => kind === 'figure').length;
  const first = passages.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  const counts = `${passages.length - figures} passages, ${figures} captions; ${removed.length} stretches cut`;
  return `${counts}\n            “${first.length > 160 ? `${first.slice(0, 159)}…` : first}”`;
}
