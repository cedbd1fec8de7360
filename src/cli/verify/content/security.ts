import type { ContentRule } from '../finding.ts';

/** security.txt says until when it holds; one that holds no more is worse than none (RFC 9116). */
export const securityRule =
  (today: string): ContentRule =>
  ({ record: { settings } }) => {
    const { securityUntil } = settings;
    if (securityUntil === undefined || securityUntil > today) return [];
    return [
      {
        file: 'archive.yml',
        what: `“securityUntil” is over: ${securityUntil}.`,
        why: 'Whoever finds a hole takes the contact in security.txt for one that nobody reads any more.',
        remedy:
          'If somebody still reads it, put in a day within the next year and build; else remove the line.',
        advice: true,
      },
    ];
  };
