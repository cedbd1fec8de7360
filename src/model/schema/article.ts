import { z } from 'astro/zod';
import { readTrace } from '../same-story/trace.ts';
import * as field from './fields.ts';

const evidence = z.strictObject({
  evidence: field.sentence.describe(
    'What the capture says and the outside fact that fixes it, in a sentence that a reader can check.',
  ),
});

/** Fields that the archive may have inferred; each one inferred is listed under `supplied`. */
export const SUPPLIABLE = [
  'title',
  'date',
  'outlet',
  'source',
  'language',
  'byline',
  'dateline',
  'url',
] as const;

export type Suppliable = (typeof SUPPLIABLE)[number];

const suppliedFields = Object.fromEntries(
  SUPPLIABLE.map((name) => [name, evidence.optional()]),
) as Record<Suppliable, z.ZodOptional<typeof evidence>>;

const captureFile = z
  .string()
  .regex(
    /^captures\/\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)+$/,
    'is not the path of a capture; write captures/<year>/<slug>.<ext>',
  );

const redacted = z.strictObject({
  file: captureFile.describe('Where the redacted copy stands, below the content folder.'),
  sha256: field.sha256.describe('SHA-256 of the copy.'),
  removed: z
    .array(field.line)
    .describe('What was taken out of it, a line for each kind and place.'),
});

/** How a capture that holds something private is published. */
export const CAPTURE_PUBLISH = ['whole', 'redacted', 'hash'] as const;

export type CapturePublish = (typeof CAPTURE_PUBLISH)[number];

const capture = z.strictObject({
  file: captureFile.describe('Where the bytes as received stand, below the content folder.'),
  sha256: field.sha256.describe('SHA-256 of those bytes; the build stops when they differ.'),
  capturedAt: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], {
      error:
        'is neither a day nor a time with its zone; write it as in 2024-05-01 or 2024-05-01T10:00:00Z',
    })
    .optional()
    .describe('When the page was captured, if that is known.'),
  tool: field.line.optional().describe('What captured it, if that is known.'),
  publish: z
    .enum(CAPTURE_PUBLISH)
    .optional()
    .describe('What the keeper decided of a capture that holds something private.'),
  redacted: redacted
    .optional()
    .describe('The copy without what is private; “npm run private” writes it.'),
});

const correction = z.strictObject({
  date: z.iso
    .date('is not a day of the calendar; write it as in 2026-01-31')
    .describe('Day of the correction.'),
  text: field.sentence.describe('What the archive had wrong and what it says now.'),
});

/** How much of an article the archive publishes. */
export const ACCESS = ['full', 'excerpt', 'metadata', 'withdrawn'] as const;

export type Access = (typeof ACCESS)[number];

/** Headline of a withdrawn article whose own was withdrawn with it. */
export const WITHDRAWN_TITLE = 'Withdrawn article';

const articleId = z
  .string()
  .regex(
    /^\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'is not the id of an article; write <year>/<slug>, as in 2010/a-headline',
  );

const withdrawn = z.strictObject({
  date: z.iso
    .date('is not a day of the calendar; write it as in 2026-01-31')
    .describe('Day of the withdrawal.'),
  reason: field.sentence.describe('Why it was withdrawn, in a sentence for readers.'),
  captures: z
    .array(field.sha256)
    .optional()
    .describe(
      'SHA-256 of further captures of it; nothing with one of these hashes is added again.',
    ),
  addresses: z
    .array(field.sha256)
    .optional()
    .describe('SHA-256 of its original addresses, without what differs between links to one page.'),
  trace: z
    .string()
    .refine(
      (text) => readTrace(text) !== undefined,
      'is not what “npm run withdraw” writes; put it back from a copy of the archive, or remove it',
    )
    .optional()
    .describe('Hashes of some sequences of its words, by which the text is known again.'),
  alsoIn: z
    .array(articleId)
    .optional()
    .describe('Articles that had nearly the same text when it was withdrawn.'),
  quotedIn: z
    .array(field.sha256)
    .optional()
    .describe('SHA-256 of dossiers that hold sentences of it; they are held back until edited.'),
});

const again = z.strictObject({
  article: articleId.describe('Id of the withdrawn article that this one repeats.'),
  date: z.iso
    .date('is not a day of the calendar; write it as in 2026-01-31')
    .describe('Day on which it was added again.'),
  reason: field.sentence.describe('Why it may be published all the same.'),
});

/** Front matter of an article: strict, so that a misspelt field is found and not dropped. */
export const articleSchema = z.strictObject({
  title: field.line.describe('Headline, as printed.'),
  date: field.edtf.describe('Publication date, EDTF level 1: 2019-03-05, 2009-08~.'),
  outlet: field.id.describe('Id of the one outlet that published it.'),
  source: z
    .union([field.id, field.ids.min(1, 'names no source')])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .describe('Id, or list of ids, of who it is credited to.'),
  people: field.ids.describe('Ids of everyone whom text or captions name; may be empty.'),
  places: field.ids.describe('Ids of every place that text or captions name; may be empty.'),
  topics: field.ids.default([]).describe('Ids of what it is about, in headings of the archive.'),
  language: field.languageTag.optional().describe("BCP 47 tag; the archive's own when absent."),
  byline: field.line.optional().describe('Who wrote it, as the page states it.'),
  dateline: field.line.optional().describe('Where it was filed from, as the page states it.'),
  url: field.webAddress.optional().describe('Original address, as the page states it.'),
  dateOnPage: field.line
    .optional()
    .describe('A date that the page shows but that is not when the article was published.'),
  image: field.webAddress.optional().describe('Address of the picture that the page shows.'),
  capture: capture.describe('The bytes as received: where they stand, their hash, their origin.'),
  supplied: z
    .strictObject(suppliedFields)
    .default({})
    .describe('One entry, with evidence, for every field that the archive inferred.'),
  rights: field.rightsUri.optional().describe('Rights statement of the article, by its URI.'),
  access: z
    .enum(ACCESS)
    .default('full')
    .describe('How much of it is published: full, excerpt, metadata or withdrawn.'),
  withdrawn: withdrawn
    .optional()
    .describe('When and why it was withdrawn; “npm run withdraw” writes it.'),
  again: z
    .array(again)
    .optional()
    .describe(
      'Withdrawn articles that this one repeats on purpose; “npm run add -- --again” writes it.',
    ),
  note: field.line.optional().describe("The archive's own note, shown beside the article."),
  aliases: z
    .array(
      z
        .string()
        .regex(
          /^\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.html$/,
          'is not an address of this site; write it as /articles/2010/old-slug.html',
        ),
    )
    .default([])
    .describe('Old addresses that redirect here.'),
  corrections: z.array(correction).default([]).describe('Dated corrections made by the archive.'),
});

export type ArticleData = z.output<typeof articleSchema>;
