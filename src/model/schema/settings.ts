import { z } from 'astro/zod';
import * as field from './fields.ts';

/** `archive.yml`: what the archive is and who answers for it. */
export const settingsSchema = z.strictObject({
  title: field.line.describe('Name of the archive.'),
  subtitle: field.line.describe('What it holds, in a few words.'),
  description: field.line.describe('What it is, in a sentence or two, for its front page.'),
  language: field.languageTag.describe(
    'Language of the articles unless an article says otherwise.',
  ),
  baseUrl: field.webAddress
    .refine(
      (text) => text.endsWith('/') && !/[?#]/.test(text),
      'does not end in “/”, or holds “?” or “#”; write it as in https://example.org/archive/',
    )
    .describe('Full address under which it is published, with any path, ending in "/".'),
  publisher: field.line.describe('Who publishes and answers for the archive.'),
  contact: z
    .email('is not an e-mail address; write one as in keeper@example.org')
    .describe('Address for questions and takedowns.'),
  securityUntil: z.iso
    .date('is not a day of the calendar; write it as in 2027-06-30')
    .optional()
    .describe(
      'Day until which somebody reads what is sent to the contact about holes in the site.',
    ),
  rights: field.prose.describe('Rights statement shown on the about page.'),
  cards: z
    .enum(['none', 'outlets', 'articles'])
    .optional()
    .describe(
      'Which pictures go with links elsewhere: none, one for each outlet, which its articles share, or one for each article.',
    ),
  selection: field.prose
    .optional()
    .describe('By what rule articles were taken in, and what is left out on purpose.'),
  takedown: field.prose.describe('How someone asks for a text to be withdrawn.'),
});

export type Settings = z.output<typeof settingsSchema>;
