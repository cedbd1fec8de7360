import { z } from 'astro/zod';
import type { Kind } from '../kinds.ts';
import * as field from './fields.ts';

const variant = z.strictObject({
  spelling: field.line.describe('The spelling, letter for letter.'),
  language: field.languageTag.describe('BCP 47 tag of the spelling, with its script: be-Latn.'),
  is: field.line.describe('What it is: "Belarusian", "Russian", "Belarusian in Łacinka".'),
});

const common = {
  name: field.line.describe('The main form of the name, used as the heading.'),
  indexedAs: field.line
    .optional()
    .describe('The name as an index has it, "Lee Kuan Yew"; without it, family name first.'),
  variants: z
    .array(variant)
    .default([])
    .describe('Every other spelling, in every script that readers type.'),
  description: field.line.optional().describe('Who or what this is, in a sentence.'),
  wikidata: field.wikidata.optional().describe('Wikidata item; only where it is certain.'),
  sharedWith: field.ids
    .default([])
    .describe('Ids of records of the same kind that have a spelling in common with this one.'),
  review: field.sentence
    .optional()
    .describe('What a person has still to check in a record that `npm run add` made.'),
  evidence: z
    .record(z.string(), field.sentence)
    .default({})
    .describe('For each claim that needs one, by its field: where a reader can check it.'),
};

/** What each kind of outlet, place and so on may be. */
export const RECORD_KINDS = {
  people: ['person'],
  places: ['country', 'former-country', 'territory', 'region', 'town', 'sea', 'continent', 'place'],
  outlets: ['newspaper', 'broadcaster', 'agency', 'website', 'unidentified'],
  sources: ['agency', 'newspaper', 'broadcaster', 'website', 'unidentified'],
  topics: ['subject'],
} as const satisfies Record<Kind, readonly [string, ...string[]]>;

function kindField<K extends Kind>(kind: K) {
  const allowed = RECORD_KINDS[kind];
  return z
    .enum(allowed)
    .default(allowed[0])
    .describe(`One of ${allowed.join(', ')}; ${allowed[0]} when absent.`);
}

interface WithEvidence {
  readonly evidence: Readonly<Record<string, string>>;
}

/** Evidence is for a field of the record; under a misspelt name nobody would ever see it. */
function evidenceHasItsField(record: WithEvidence, context: z.RefinementCtx): void {
  for (const claim of Object.keys(record.evidence)) {
    if (Object.hasOwn(record, claim) && record[claim as keyof WithEvidence] !== undefined) continue;
    context.addIssue({
      code: 'custom',
      path: ['evidence', claim],
      message: 'is evidence for a field that is not there; correct its name, or add the field',
    });
  }
}

const personSchema = z
  .strictObject({ ...common, kind: kindField('people') })
  .superRefine(evidenceHasItsField);
const placeSchema = z
  .strictObject({ ...common, kind: kindField('places') })
  .superRefine(evidenceHasItsField);
const sourceSchema = z
  .strictObject({ ...common, kind: kindField('sources') })
  .superRefine(evidenceHasItsField);
const topicSchema = z
  .strictObject({ ...common, kind: kindField('topics') })
  .superRefine(evidenceHasItsField);

/** Claims about an outlet that a reader must be able to check. */
const OUTLET_CLAIMS = ['homepage', 'country', 'status'] as const;

const outletSchema = z
  .strictObject({
    ...common,
    kind: kindField('outlets'),
    code: field.line
      .max(6, 'is longer than the 6 characters that the pressmark has room for; shorten it')
      .describe('Short code on the pressmark: MT, RFE/RL.'),
    homepage: field.webAddress.optional().describe('Address of its front page.'),
    country: z
      .string()
      .regex(
        /^[A-Z]{2}$/,
        'is not a country code; write the two capital letters of ISO 3166-1, as in “NL”',
      )
      .optional()
      .describe('Where it is published, ISO 3166-1.'),
    status: z
      .enum(['active', 'blocked', 'closed'])
      .optional()
      .describe('Whether readers can reach it: active, blocked or closed.'),
  })
  .superRefine(evidenceHasItsField)
  .superRefine((outlet, context) => {
    for (const claim of OUTLET_CLAIMS) {
      if (outlet[claim] !== undefined && outlet.evidence[claim] === undefined) {
        context.addIssue({
          code: 'custom',
          path: [claim],
          message: `is claimed without a source; add “${claim}” under “evidence” with a sentence that a reader can check`,
        });
      }
    }
  });

/** The schema of each kind of authority record; all strict. */
export const authoritySchemas = {
  people: personSchema,
  places: placeSchema,
  outlets: outletSchema,
  sources: sourceSchema,
  topics: topicSchema,
} as const;

export type OutletData = z.output<typeof outletSchema>;
export type AuthorityData =
  | z.output<typeof personSchema>
  | z.output<typeof placeSchema>
  | z.output<typeof sourceSchema>
  | z.output<typeof topicSchema>
  | OutletData;
export type Variant = z.output<typeof variant>;
