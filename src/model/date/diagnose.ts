import type { Proposal } from './proposal.ts';
import type { Refusal } from './refusal.ts';
import { quoted, refuse } from './refusal.ts';
import { respellings } from './respell.ts';
import { WRONG_FORMS } from './wrong-forms.ts';

const EXAMPLES = 'Write a date such as 2019-03-05, 2019-03, 2019, 2009-08~ or 2009/2011.';

const LONGEST = 80;

/**
 * Says what is wrong with a text that does not have the shape of an EDTF date, and what to write instead.
 *
 * @param isDate whether a spelling would be accepted; nothing is proposed that would be refused in its turn
 */
export function diagnose(text: string, isDate: (spelling: string) => boolean): Refusal {
  if (text.length > LONGEST) return refuse(`${quoted(text)} is too long for a date.`, EXAMPLES);
  if (text.trim() === '') return refuse('The date is empty.', EXAMPLES);

  const known = WRONG_FORMS.find(({ form }) => form.test(text));
  const what = `${quoted(text)} ${known?.what ?? 'is not an EDTF date of level 1'}.`;
  const proposals = respellings(text, isDate);
  if (proposals.length === 0) return refuse(what, known?.remedy ?? EXAMPLES);
  const spellings = proposals.map(inWords).join(', or ');
  // A full stop after `..` would look like a third dot.
  const remedy = `Write ${spellings}${spellings.endsWith('.') ? ' instead' : ''}.`;
  if (proposals.length === 1) return refuse(what, remedy);
  const readings = proposals.map(({ reading }) => reading).join(' or ');
  return refuse(`${quoted(text)} could be ${readings}.`, remedy);
}

function inWords({ spelling, reading }: Proposal): string {
  return reading === undefined ? spelling : `${spelling} for ${reading}`;
}
