import { explainTrace } from '../../../capture/trace.ts';
import type { ArticleEntry } from '../../../record/types.ts';
import type { ArticleRule, Finding } from '../finding.ts';
import { lineOfField, lineOfPassage, shortened } from '../place.ts';

/** Every word of an article stands in its capture, in order, whatever kind of capture it is. */
export const tracedRule: ArticleRule = async (article, { folder, captures }) => {
  const { file, data, body } = article;
  const capture = await captures(article);
  // A withheld article of a restored archive has none; one that was lost is missing in the manifest.
  if (capture === undefined) return [];
  if ('refused' in capture) return [unreadable(article, capture.refused)];
  const title = data.supplied.title === undefined ? data.title : undefined;
  const passages = body.blocks.map(({ text }) => text);
  return explainTrace(capture, title, passages).missing.map((passage) => ({
    file,
    line:
      passage === title
        ? lineOfField(folder, file, ['title'])
        : lineOfPassage(folder, file, passage),
    what: `This passage does not stand in ${data.capture.file} where it should: “${shortened(passage)}”.`,
    why: 'An article must be word for word what was captured, or it proves nothing.',
    remedy:
      'Correct the passage from the capture; if it was added or moved, take it out or put it back.',
  }));
};

function unreadable({ file, data }: ArticleEntry, why: string): Finding {
  return {
    file,
    advice: true,
    what: `The capture ${data.capture.file} can’t be read as text: ${why.split('\n')[0]}`,
    why: 'Nobody can compare the article with it, neither this command nor a reader.',
    remedy: 'Compare the two by hand, and say in “note” that you did.',
  };
}
