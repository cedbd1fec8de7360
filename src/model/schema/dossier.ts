import { z } from 'astro/zod';
import * as field from './fields.ts';

/** Front matter of a dossier: a reading guide that the archive wrote and signs. */
export const dossierSchema = z.strictObject({
  title: field.line.describe('What the guide is called.'),
  description: field.sentence.describe('What it leads through, in a sentence or two.'),
  author: field.line.describe('Who wrote it and answers for it.'),
  date: z.iso
    .date('is not a day of the calendar; write it as in 2026-01-31')
    .describe('Day on which it was last revised.'),
});

export type DossierData = z.output<typeof dossierSchema>;
