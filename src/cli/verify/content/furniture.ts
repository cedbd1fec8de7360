import { furnitureReason, isEndLabel } from '../../../capture/furniture.ts';
import type { ContentRule } from '../finding.ts';
import { lineOfPassage, shortened } from '../place.ts';

/** No body holds what pages print around articles: buttons, appeals, cookie notices, comment forms. */
export const furnitureRule: ContentRule = ({ folder, record }) =>
  record.articles.flatMap(({ file, body }) =>
    body.blocks.flatMap(({ text, kind }) => {
      // Captions are short, and name agencies in words that furniture has too.
      if (kind === 'figure') return [];
      const reason = furnitureReason(text) ?? (isEndLabel(text) ? 'other stories' : undefined);
      if (reason === undefined || reason === 'ornament') return [];
      return [
        {
          file,
          advice: true as const,
          line: lineOfPassage(folder, file, text),
          what: `This passage looks like furniture of the page (${reason}): “${shortened(text)}”.`,
          why: 'Readers and searches would take it for words of the article.',
          remedy:
            'Take it out if it is none; the capture keeps it. Leave it if the article says so.',
        },
      ];
    }),
  );
