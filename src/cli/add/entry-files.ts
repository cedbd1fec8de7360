import { existsSync } from 'node:fs';
import path from 'node:path';
import { wordsOf } from '../../compile/passage.ts';
import { plainPassage, writeBody } from '../../compile/write-body.ts';
import { articleAddress } from '../../model/address.ts';
import { bounds } from '../../model/date/bounds.ts';
import { parseEdtf } from '../../model/date/parse.ts';
import { ArchiveProblems, type Problem } from '../../model/problem.ts';
import { slugFault } from '../../model/schema/fields.ts';
import { slugFromTitle } from '../../model/slug.ts';
import { type EntryFields, entryText, yamlText } from '../../record/entry-text.ts';
import { sha256 } from '../../record/hash.ts';
import { parseArticle } from '../../record/read-articles.ts';
import { parseAuthority } from '../../record/read-authorities.ts';
import type { ArticleEntry, AuthorityEntry } from '../../record/types.ts';
import { redactedCopy } from '../private/redacted-copy.ts';
import { closedLine } from './closed-line.ts';
import type { Context } from './context.ts';
import type { Proposal } from './proposal.ts';

/** All files of one addition, checked, not yet written. */
export interface EntryFiles {
  readonly article: ArticleEntry;
  readonly records: readonly AuthorityEntry[];
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

/** In copyright (rightsstatements.org); what a press article is until somebody knows better. */
const RIGHTS = 'http://rightsstatements.org/vocab/InC/1.0/';

/**
 * Spells out the files of an addition and reads them again as the build would: the entry must come
 * back with the same words in title and text and nothing that runs.
 *
 * @throws ArchiveProblems when it would not
 */
export function entryFiles(proposal: Proposal, bytes: Uint8Array, context: Context): EntryFiles {
  const id = freeArticleId(proposal, context);
  const file = `articles/${id}.mdx`;
  const capture = `captures/${id}${proposal.extension}`;
  const body = writeBody(proposal.passages, file);
  if (!body.ok) throw new ArchiveProblems(body.problems);
  const copy = proposal.publish === 'redacted' ? redactedCopy(capture, bytes) : undefined;
  if (proposal.publish === 'redacted' && copy === undefined) throw notRedacted(capture);
  const stated = { file: capture, sha256: sha256(bytes), ...(copy && { redacted: copy.stated }) };
  const text = entryText(fieldsOf(proposal, stated), body.source);
  const { article, problems } = parseArticle(Buffer.from(text), file);
  if (article?.entry === undefined || problems.length > 0) throw new ArchiveProblems(problems);
  const changed = changes(article.entry, proposal);
  if (changed.length > 0) throw new ArchiveProblems(changed);
  const files = new Map<string, Uint8Array | string>([[capture, bytes]]);
  if (copy !== undefined) files.set(copy.stated.file, copy.bytes);
  const records = proposal.newRecords.map(({ kind, id: recordId, fields }) => {
    const name = `${kind}/${recordId}.yml`;
    const yaml = yamlText(closedLines(fields));
    const { authority, problems: found } = parseAuthority(Buffer.from(yaml), name, kind);
    if (authority?.entry === undefined || found.length > 0) throw new ArchiveProblems(found);
    files.set(name, yaml);
    return authority.entry;
  });
  files.set(file, text);
  return { article: article.entry, records, files };
}

function notRedacted(file: string): ArchiveProblems {
  return new ArchiveProblems([
    {
      file,
      what: 'No clean copy of this capture can be made: a part of it is damaged or packed in a way that is not known.',
      why: 'A copy that nobody can look into may hold what it should not.',
      remedy: 'Publish its hash alone, or save the page again without that part.',
    },
  ]);
}

function fieldsOf(p: Proposal, capture: EntryFields['capture']): EntryFields {
  const supplied = Object.fromEntries(
    Object.entries(p.supplied).map(([field, evidence]) => [
      field,
      { evidence: closedLine(evidence) },
    ]),
  );
  return {
    title: p.title,
    date: p.date,
    outlet: p.outlet,
    source: p.source.length === 1 ? (p.source[0] ?? '') : [...p.source],
    people: [...p.people],
    places: [...p.places],
    ...pick(p, ['language', 'byline', 'dateline', 'url', 'image']),
    capture: { ...capture, ...pick(p, ['capturedAt', 'tool', 'publish']) },
    ...(Object.keys(supplied).length > 0 && { supplied }),
    rights: RIGHTS,
    ...(p.again !== undefined &&
      p.again.length > 0 && { again: p.again.map((one) => ({ ...one })) }),
  };
}

/** Fields whose sentences quote what a page says, without what no line may hold. */
function closedLines<Value>(value: Value): Value {
  if (typeof value === 'string') return closedLine(value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, closedLines(part)]);
  return (
    Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries)
  ) as Value;
}

function pick<F extends keyof Proposal>(
  proposal: Proposal,
  fields: readonly F[],
): Pick<Proposal, F> {
  return Object.fromEntries(
    fields.flatMap((field) => (proposal[field] === undefined ? [] : [[field, proposal[field]]])),
  ) as Pick<Proposal, F>;
}

/** The year of the date, and a slug that neither an entry, a capture nor an alias has. */
function freeArticleId({ title, date, outlet }: Proposal, { folder, record }: Context): string {
  const parsed = parseEdtf(date);
  const latest = parsed.ok ? bounds(parsed.date).latest : '0000';
  const year = latest.slice(0, 4);
  const words = slugFromTitle(title);
  // An address lasts; of a headline that has no letters to spell it with, outlet and day tell more.
  const slug = /[a-z]{2}/.test(words) ? words : `${outlet}-${latest}`;
  const ids = new Set(record.articles.map((article) => article.id));
  const aliases = new Set(record.articles.flatMap((article) => article.data.aliases));
  const isTaken = (id: string) =>
    slugFault(id.slice(5)) !== undefined ||
    ids.has(id) ||
    aliases.has(articleAddress(id)) ||
    existsSync(path.join(folder, `articles/${id}.mdx`)) ||
    ENDINGS.some((ending) => existsSync(path.join(folder, `captures/${id}${ending}`)));
  let id = `${year}/${slug}`;
  for (let number = 2; isTaken(id); number++) id = `${year}/${slug}-${number}`;
  return id;
}

const ENDINGS = [
  '.txt',
  '.md',
  '.html',
  '.txt.gz',
  '.md.gz',
  '.html.gz',
  '.mhtml',
  '.mhtml.gz',
  '.warc',
  '.warc.gz',
  '.wacz',
];

/** Where the entry, read again, says something else than was proposed. */
function changes({ data, body, file }: ArticleEntry, proposal: Proposal): Problem[] {
  const wanted = proposal.passages
    .map(plainPassage)
    .flatMap(wordsOf)
    .filter((text) => text !== '');
  const read = body.blocks.map(({ text }) => text);
  const isSame =
    data.title === proposal.title &&
    data.date === proposal.date &&
    data.byline === proposal.byline &&
    data.url === proposal.url &&
    wanted.length === read.length &&
    wanted.every((text, index) => text === read[index]);
  if (isSame) return [];
  return [
    {
      file,
      what: 'The entry, read again, does not say what was captured.',
      why: 'An article must be word for word what was captured, or it proves nothing.',
      remedy: 'Write the entry by hand, and tell the makers of this program of the capture.',
    },
  ];
}
