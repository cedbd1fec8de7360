import { compileGuide } from '../compile/compile-guide.ts';
import type { DossierParts } from '../compile/dossier-parts.ts';
import { dossierAddress } from '../model/address.ts';
import type { GuidePart } from '../model/guide.ts';
import type { Problem } from '../model/problem.ts';
import { type DossierData, dossierSchema } from '../model/schema/dossier.ts';
import { SLUG } from '../model/schema/fields.ts';
import { applySchema } from './apply-schema.ts';
import { decodeText, readBytes } from './content-files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { sha256 } from './hash.ts';
import { type HeldBack, publishedDossier } from './published-dossier.ts';
import type { Tombstone } from './withdrawn-texts.ts';
import { readYaml } from './yaml-mapping.ts';

/** A dossier's file as read. */
export interface ReadDossier {
  readonly slug: string;
  readonly file: string;
  /** What its text says of articles and records. */
  readonly parts: DossierParts;
  /** Its text as it is shown; wrong where there are problems. */
  readonly body: readonly GuidePart[];
  /** The front matter; absent where something in it is wrong. */
  readonly data?: DossierData;
  /** SHA-256 of what is published of it. */
  readonly digest: string;
  /** What of it is not published as it stands. */
  readonly heldBack: readonly HeldBack[];
  /** The text in its place. */
  readonly published?: string;
}

/**
 * Reads and checks one file below `dossiers/`; dossiers are few, so that nothing of them is remembered.
 *
 * @param tombstones what is left of withdrawn articles, of which a dossier shows nothing
 */
export function readDossier(
  folder: string,
  file: string,
  tombstones: readonly Tombstone[] = [],
): { dossier?: ReadDossier; problems: Problem[] } {
  const slug = file.slice('dossiers/'.length, -'.mdx'.length);
  if (!file.endsWith('.mdx') || !SLUG.test(slug)) return { problems: [misnamed(file)] };
  const bytes = readBytes(folder, file);
  if ('what' in bytes) return { problems: [bytes] };
  const original = decodeText(bytes, file);
  if (typeof original !== 'string') return { problems: [original] };
  const { text, heldBack } = publishedDossier(original, sha256(bytes), tombstones);
  const split = splitFrontMatter(text);
  if (split === undefined) return { problems: [noFrontMatter(file)] };
  const origin = { file, linesAbove: split.linesAboveBody };
  const { guide, problems } = compileGuide(split.body, origin, dossierAddress(slug));
  const { mapping, problems: yamlProblems } = readYaml(split.yaml, { file, linesAbove: 1 });
  problems.push(...yamlProblems);
  const published = text === original ? undefined : text;
  const digest = sha256(published ?? bytes);
  const { claims: parts, parts: body } = guide;
  const dossier = { slug, file, parts, body, digest, heldBack, ...(published && { published }) };
  if (mapping === undefined) return { dossier, problems };
  const { whole, problems: wrongFields } = applySchema(dossierSchema, mapping, file);
  problems.push(...wrongFields);
  return { dossier: { ...dossier, ...(whole && { data: whole }) }, problems };
}

function misnamed(file: string): Problem {
  return {
    file,
    what: 'The name of this file is not that of a dossier.',
    why: 'The name is the permanent address.',
    remedy: 'Name it dossiers/<slug>.mdx: small letters a–z, digits and single hyphens.',
  };
}

function noFrontMatter(file: string): Problem {
  return {
    file,
    line: 1,
    what: 'The file does not begin with front matter, or its front matter has no end.',
    why: 'Title, description, author and date of a dossier stand there.',
    remedy: 'Begin the file with a line “---”, the fields, and a line “---”.',
  };
}
