import { compileBody } from '../compile/compile-body.ts';
import { publishedPart } from '../compile/published-part.ts';
import type { Problem } from '../model/problem.ts';
import { UNSEEN } from '../model/published-capture.ts';
import { type ArticleData, articleSchema, SUPPLIABLE } from '../model/schema/article.ts';
import { slugFault } from '../model/schema/fields.ts';
import { applySchema } from './apply-schema.ts';
import { checkAccess } from './check-access.ts';
import { decodeText, readBytes } from './content-files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { sha256 } from './hash.ts';
import { type PackedBody, packBody, type RecordCache, unpackBody } from './record-cache.ts';
import { shownEntry } from './shown-entry.ts';
import type { ArticleEntry } from './types.ts';
import { unfit } from './unfit-name.ts';
import { readYaml, type YamlMapping } from './yaml-mapping.ts';

/** An article's file as read, as far as it could be, with what later checks need to name a line. */
export interface ReadArticle {
  /** `<year>/<slug>`. */
  readonly id: string;
  readonly file: string;
  /** The fields that are right; all of them where `entry` is there. */
  readonly data: Partial<ArticleData>;
  readonly entry?: ArticleEntry;
  readonly lineOf: YamlMapping['lineOf'];
}

const ARTICLE_FILE = /^articles\/(\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

/**
 * Reads and checks one file below `articles/`; `article` is there when the name is an article's.
 *
 * @param cache what an earlier run understood; left out by whoever must look at every byte
 * @param whole whether the body is all of the text, whatever `access` lets out; never with a cache,
 *   so that what is withheld is not remembered either
 */
export function readArticle(
  folder: string,
  file: string,
  { cache, whole = false }: { cache?: RecordCache | undefined; whole?: boolean },
): { article?: ReadArticle; problems: Problem[] } {
  const id = ARTICLE_FILE.exec(file)?.[1];
  if (id === undefined) return { problems: [misnamed(file)] };
  const fault = slugFault(id.slice(5));
  if (fault !== undefined) return { problems: [unfit(file, fault)] };
  const remembered = cache?.recall(file);
  if (remembered?.article) {
    const entry = entryOf({ id, file, digest: remembered.digest, ...remembered.article });
    const lineOf = lineFinder(folder, id, file);
    return { article: { id, file, data: entry.data, entry, lineOf }, problems: [] };
  }
  if (cache === undefined) return parse(readBytes(folder, file), { id, file, whole });
  let read: ReturnType<typeof parse> | undefined;
  cache.remember(file, () => {
    read = parse(readBytes(folder, file), { id, file });
    const { entry, packed } = read.article;
    if (!entry || !packed || read.problems.length > 0) return undefined;
    const masked = entry.masked && { masked: entry.masked };
    return { digest: entry.digest, article: { data: entry.data, body: giver(packed), ...masked } };
  });
  const { article, problems } = read ?? parse(readBytes(folder, file), { id, file });
  return { article: { ...article, lineOf: lineFinder(folder, id, file) }, problems };
}

/**
 * Only a problem asks for lines, and then the file is worth reading again: the syntax trees of twenty
 * thousand files are hundreds of megabytes.
 */
function lineFinder(folder: string, id: string, file: string): YamlMapping['lineOf'] {
  return (path, part) => parse(readBytes(folder, file), { id, file }).article.lineOf(path, part);
}

/** As {@link readArticle}, of bytes that may not be written yet, and whole. */
export function parseArticle(
  bytes: Uint8Array,
  file: string,
): { article?: ReadArticle; problems: Problem[] } {
  const id = ARTICLE_FILE.exec(file)?.[1];
  if (id === undefined) return { problems: [misnamed(file)] };
  const fault = slugFault(id.slice(5));
  return fault === undefined
    ? parse(bytes, { id, file, whole: true })
    : { problems: [unfit(file, fault)] };
}

function entryOf({
  body,
  ...rest
}: Omit<ArticleEntry, 'body' | 'published'> & { body: PackedBody }): ArticleEntry {
  return {
    ...rest,
    published: UNSEEN,
    get packed() {
      return body();
    },
    get body() {
      return unpackBody(body());
    },
  };
}

/** A function of its own, so that what it gives is all that it holds in memory. */
function giver(packed: Uint8Array): PackedBody {
  return () => packed;
}

interface Parsed {
  readonly article: ReadArticle & { readonly packed?: Uint8Array };
  readonly problems: Problem[];
}

function parse(
  bytes: Uint8Array | Problem,
  { id, file, whole: isWhole = false }: { id: string; file: string; whole?: boolean },
): Parsed {
  const unread = { id, file, data: {}, lineOf: () => 1 };
  if ('what' in bytes) return { article: unread, problems: [bytes] };
  const read = decodeText(bytes, file);
  if (typeof read !== 'string') return { article: unread, problems: [read] };
  // Nothing private that stands in the entry itself reaches whatever is made of this record.
  const text = isWhole ? read : shownEntry(read);
  const masked = text !== read && { masked: true as const };
  const parts = splitFrontMatter(text);
  if (parts === undefined) return { article: unread, problems: [noFrontMatter(file, text)] };
  const { body, problems } = compileBody(parts.body, { file, linesAbove: parts.linesAboveBody });
  const { mapping, problems: yamlProblems } = readYaml(parts.yaml, { file, linesAbove: 1 });
  problems.push(...yamlProblems);
  if (mapping === undefined) return { article: unread, problems };
  const { whole, fields, problems: wrongFields } = applySchema(articleSchema, mapping, file);
  const { lineOf } = mapping;
  problems.push(...wrongFields, ...suppliedProblems(fields, { file, mapping }));
  problems.push(...checkAccess(fields, body, { id, file, lineOf }));
  const article = { id, file, data: fields, lineOf };
  if (whole === undefined) return { article, problems };
  const packed = packBody(isWhole ? body : publishedPart(body, whole.access));
  const digest = sha256(bytes);
  const entry = entryOf({ id, file, data: whole, body: giver(packed), digest, ...masked });
  return { article: { ...article, entry, packed }, problems };
}

function suppliedProblems(
  { supplied = {} }: Partial<ArticleData>,
  { file, mapping }: { file: string; mapping: YamlMapping },
): Problem[] {
  const given = mapping.data as Record<string, unknown>;
  return SUPPLIABLE.filter((field) => supplied[field] && given[field] === undefined).map(
    (field) => ({
      file,
      line: mapping.lineOf(['supplied', field], 'key'),
      what: `“supplied.${field}” gives evidence for a field that is not there.`,
      why: 'Readers would be told that the archive inferred something which it does not say.',
      remedy: `Add “${field}”, or remove its evidence.`,
    }),
  );
}

function misnamed(file: string): Problem {
  return {
    file,
    what: 'The name of this file is not that of an article.',
    why: 'The name is the permanent address; two names that differ in case or ending would claim one address, and one of them would be lost.',
    remedy:
      'Name it articles/<year>/<slug>.mdx: four digits, then small letters a–z, digits and single hyphens.',
  };
}

function noFrontMatter(file: string, text: string): Problem {
  const isOpen = /^---[ \t]*(?:\r?\n|$)/.test(text);
  return {
    file,
    line: 1,
    what: isOpen
      ? 'The front matter that begins here has no end.'
      : 'The file does not begin with front matter.',
    why: 'Title, date, outlet and capture stand there.',
    remedy: isOpen
      ? 'Put a line “---”, with nothing before it, between the fields and the text.'
      : 'Begin the file with a line “---”, the fields, and a line “---”.',
  };
}
