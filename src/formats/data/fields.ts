import { bounds } from '../../model/date/bounds.ts';
import { type EdtfDate, isKnown } from '../../model/date/edtf.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { type ExportedArticle, lastChange } from '../reference/holdings.ts';

/** A column of the table of articles: the data dictionary, the schema and the writers share it. */
export interface Field {
  readonly name: string;
  /** Type of the Table Schema of Frictionless Data; lists are joined by "; " in the CSV. */
  readonly type: 'string' | 'date' | 'boolean' | 'list';
  readonly required: boolean;
  readonly meaning: string;
  readonly of: (article: ExportedArticle, record: CitationRecord) => FieldValue;
}

export type FieldValue = string | boolean | readonly string[] | undefined;

/** The columns, in order. */
export const ARTICLE_FIELDS: readonly Field[] = [
  field('id', 'string', true, 'Permanent id: year and slug, as in the address.', ({ id }) => id),
  field(
    'address',
    'string',
    true,
    'Permanent address of the article in this archive.',
    (_, r) => r.url,
  ),
  field('title', 'string', true, 'Headline as printed, mark for mark.', ({ title }) => title),
  field(
    'date',
    'string',
    true,
    'Publication date in EDTF (ISO 8601-2, level 1): 2009-08~ is about August 2009.',
    ({ date }) => date.text,
  ),
  field(
    'date_earliest',
    'date',
    false,
    'First day that the date can mean; absent where its beginning is open or unknown.',
    ({ date }) => (isOpen(date, 'start') ? undefined : bounds(date).earliest),
  ),
  field(
    'date_latest',
    'date',
    false,
    'Last day that the date can mean; absent where its end is open or unknown.',
    ({ date }) => (isOpen(date, 'end') ? undefined : bounds(date).latest),
  ),
  field('outlet', 'string', true, 'Who published it.', ({ outlet }) => outlet),
  field('outlet_id', 'string', true, 'Id of the outlet’s record.', ({ data }) => data.outlet),
  field(
    'sources',
    'list',
    true,
    'Who it is credited to, usually a news agency.',
    ({ sources }) => sources,
  ),
  field('source_ids', 'list', true, 'Ids of their records.', ({ data }) => data.source),
  field(
    'byline',
    'string',
    false,
    'Who wrote it, as the page states it.',
    ({ data }) => data.byline,
  ),
  field(
    'dateline',
    'string',
    false,
    'Where it was filed from, as the page states it.',
    ({ data }) => data.dateline,
  ),
  field(
    'language',
    'string',
    true,
    'Language of the text, as a BCP 47 tag.',
    ({ language }) => language,
  ),
  field(
    'people',
    'list',
    false,
    'Everyone whom headline, text or captions name.',
    ({ people }) => people,
  ),
  field('people_ids', 'list', false, 'Ids of their records.', ({ data }) => data.people),
  field('places', 'list', false, 'Every place that they name.', ({ places }) => places),
  field('place_ids', 'list', false, 'Ids of their records.', ({ data }) => data.places),
  field(
    'topics',
    'list',
    false,
    'What it is about, in headings of the archive.',
    ({ topics }) => topics,
  ),
  field('topic_ids', 'list', false, 'Ids of their records.', ({ data }) => data.topics),
  field(
    'original_address',
    'string',
    false,
    'Address of the original page, as it states it.',
    ({ data }) => data.url,
  ),
  field(
    'supplied',
    'list',
    false,
    'Fields that the page does not state and the archive inferred; the evidence stands on the article’s page.',
    ({ data }) => Object.keys(data.supplied),
  ),
  field(
    'capture_sha256',
    'string',
    true,
    'SHA-256 of the capture, the bytes as received.',
    ({ data }) => data.capture.sha256,
  ),
  field(
    'captured_at',
    'string',
    false,
    'When it was captured, where that is known.',
    ({ data }) => data.capture.capturedAt,
  ),
  field(
    'access',
    'string',
    true,
    'How much of it is published: full, excerpt or metadata. Withdrawn articles are in corrections.xml alone.',
    ({ data }) => data.access,
  ),
  field('rights', 'string', true, 'Rights statement of the article.', (_, r) => r.rights),
  field(
    'last_change',
    'date',
    true,
    'Last day on which the record says that something happened to it: a correction, the capture, or the latest day of its date.',
    (article) => lastChange(article),
  ),
];

/** What the NDJSON has and the table has not. */
export const TEXT_FIELD = {
  name: 'text',
  meaning:
    'The text as captured, passages parted by an empty line; of an excerpt its first words. Absent where access is metadata.',
} as const;

function isOpen(date: EdtfDate, end: 'start' | 'end'): boolean {
  return date.kind === 'interval' && !isKnown(date[end]);
}

function field(
  name: string,
  type: Field['type'],
  required: boolean,
  meaning: string,
  of: Field['of'],
): Field {
  return { name, type, required, meaning, of };
}
