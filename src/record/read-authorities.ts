import { KIND_WORDS, type Kind } from '../model/kinds.ts';
import type { Problem } from '../model/problem.ts';
import { authoritySchemas } from '../model/schema/authority.ts';
import { SLUG } from '../model/schema/fields.ts';
import { decodeText, readBytes } from './content-files.ts';
import { sha256 } from './hash.ts';
import { schemaProblems } from './schema-problems.ts';
import type { AuthorityEntry } from './types.ts';
import { readYaml, type YamlMapping } from './yaml-mapping.ts';

/** An authority record as read, with what later checks need to name a line. */
export interface ReadAuthority {
  readonly entry: AuthorityEntry;
  readonly lineOf: YamlMapping['lineOf'];
}

/** Reads and checks one file below `people/`, `places/` …; without `authority` it can't be used. */
export function readAuthority(
  folder: string,
  file: string,
  kind: Kind,
): { authority?: ReadAuthority; problems: Problem[] } {
  const bytes = readBytes(folder, file);
  return 'what' in bytes ? { problems: [bytes] } : parseAuthority(bytes, file, kind);
}

/** As {@link readAuthority}, of bytes that are not written yet. */
export function parseAuthority(
  bytes: Uint8Array,
  file: string,
  kind: Kind,
): { authority?: ReadAuthority; problems: Problem[] } {
  const id = file.slice(kind.length + 1, -'.yml'.length);
  if (!file.endsWith('.yml') || !SLUG.test(id)) return { problems: [misnamed(file, kind)] };
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return { problems: [text] };
  const { mapping, problems } = readYaml(text, { file });
  if (mapping === undefined) return { problems };
  const schema = authoritySchemas[kind];
  const checked = schema.safeParse(mapping.data);
  if (!checked.success) {
    return { problems: schemaProblems(checked.error, { schema, mapping, file }) };
  }
  const digest = sha256(bytes);
  const entry: AuthorityEntry = { id, kind, file, data: checked.data, digest };
  return { authority: { entry, lineOf: mapping.lineOf }, problems: [] };
}

function misnamed(file: string, kind: Kind): Problem {
  return {
    file,
    what: `The name of this file is not that of a ${KIND_WORDS[kind].one}’s record.`,
    why: 'The name is the id that articles use and the permanent address.',
    remedy: `Name it ${kind}/<id>.yml, the id of small letters a–z, digits and single hyphens.`,
  };
}
