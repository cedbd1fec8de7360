import { KINDS } from '../../../model/kinds.ts';
import type { ContentRule } from '../finding.ts';

/** Records that a program made are looked at by a person. */
export const reviewRule: ContentRule = ({ record }) =>
  KINDS.flatMap((kind) =>
    record.authorities[kind].flatMap(({ file, data }) =>
      data.review === undefined
        ? []
        : [
            {
              file,
              advice: true as const,
              what: `The record waits for a person: ${data.review}`,
              why: 'What a program made of a name may be wrong, and readers are not told so.',
              remedy: 'Check it, mend it, and remove “review”.',
            },
          ],
    ),
  );
