import { plainWords } from '../../../model/shingles.ts';
import type { ArticleRule } from '../finding.ts';
import { lineOfField } from '../place.ts';

/** Fields that are as the page states them, unless they are supplied. */
const FIELDS = ['byline', 'dateline', 'url', 'dateOnPage'] as const;

/** What an entry gives as the page's own words stands in the capture. */
export const statedRule: ArticleRule = async (article, { folder, captures }) => {
  const { file, data } = article;
  const capture = await captures(article);
  // A web archive states the address of a page beside it, and pages state bylines for programs.
  if (capture === undefined || 'refused' in capture) return [];
  const words = ` ${plainWords(`${capture.text} ${capture.hidden}`).join(' ')} `;
  const given = FIELDS.filter((field) => data[field] !== undefined);
  return given
    .filter((field) => field === 'dateOnPage' || data.supplied[field] === undefined)
    .filter((field) => !(field === 'url' && capture.container !== undefined))
    .filter((field) => field !== 'dateOnPage' || !isIsoStamp(data.dateOnPage))
    .filter((field) => !words.includes(` ${plainWords(data[field] ?? '').join(' ')} `))
    .map((field) => ({
      file,
      advice: true as const,
      line: lineOfField(folder, file, [field]),
      what: `“${field}” says “${data[field]}”, and ${data.capture.file} does not.`,
      why: 'Readers take it for the page’s own words.',
      remedy:
        field === 'dateOnPage'
          ? 'Write it as the page has it.'
          : `Write it as the page has it, or say under “supplied.${field}” from what evidence it is known.`,
    }));
};

/** Written by rule and not as on the page: 2016-04-22T17:47. */
function isIsoStamp(text: string | undefined): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text ?? '');
}
