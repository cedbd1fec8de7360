import { compileBody } from '../compile/compile-body.ts';
import type { Problem } from '../model/problem.ts';
import { articleSchema, SUPPLIABLE } from '../model/schema/article.ts';
import { decodeText, readBytes } from './content-files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { sha256 } from './hash.ts';
import { schemaProblems } from './schema-problems.ts';
import type { ArticleEntry } from './types.ts';
import { readYaml, type YamlMapping } from './yaml-mapping.ts';

/** An entry as read, with what later checks need to name a line. */
export interface ReadArticle {
  readonly entry: ArticleEntry;
  readonly lineOf: YamlMapping['lineOf'];
}

const ARTICLE_FILE = /^articles\/(\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

/** Reads and checks one file below `articles/`; without `article` in the answer it can't be used. */
export function readArticle(
  folder: string,
  file: string,
): { article?: ReadArticle; problems: Problem[] } {
  const bytes = readBytes(folder, file);
  return 'what' in bytes ? { problems: [bytes] } : parseArticle(bytes, file);
}

/** As {@link readArticle}, of bytes that are not written yet. */
export function parseArticle(
  bytes: Uint8Array,
  file: string,
): { article?: ReadArticle; problems: Problem[] } {
  const id = ARTICLE_FILE.exec(file)?.[1];
  if (id === undefined) return { problems: [misnamed(file)] };
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return { problems: [text] };
  const parts = splitFrontMatter(text);
  if (parts === undefined) return { problems: [noFrontMatter(file)] };
  const compiled = compileBody(parts.body, { file, linesAbove: parts.linesAboveBody });
  const { mapping, problems } = readYaml(parts.yaml, { file, linesAbove: 1 });
  if (mapping === undefined) return { problems: [...problems, ...compiled.problems] };
  const checked = articleSchema.safeParse(mapping.data);
  if (!checked.success) {
    const found = schemaProblems(checked.error, { schema: articleSchema, mapping, file });
    return { problems: [...found, ...compiled.problems] };
  }
  const digest = sha256(bytes);
  const entry: ArticleEntry = { id, file, data: checked.data, body: compiled.body, digest };
  return {
    article: { entry, lineOf: mapping.lineOf },
    problems: [...compiled.problems, ...suppliedProblems(entry, mapping.lineOf)],
  };
}

function suppliedProblems({ file, data }: ArticleEntry, lineOf: YamlMapping['lineOf']): Problem[] {
  return SUPPLIABLE.filter((field) => data.supplied[field] && data[field] === undefined).map(
    (field) => ({
      file,
      line: lineOf(['supplied', field], 'key'),
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

function noFrontMatter(file: string): Problem {
  return {
    file,
    line: 1,
    what: 'The file does not begin with front matter.',
    why: 'Title, date, outlet and capture stand there.',
    remedy: 'Begin the file with a line “---”, the fields, and a line “---”.',
  };
}
