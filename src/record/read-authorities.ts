import { KIND_WORDS, type Kind } from '../model/kinds.ts';
import type { Problem } from '../model/problem.ts';
import { type AuthorityData, authoritySchemas } from '../model/schema/authority.ts';
import { SLUG, slugFault } from '../model/schema/fields.ts';
import { applySchema } from './apply-schema.ts';
import { decodeText, readBytes } from './content-files.ts';
import { sha256 } from './hash.ts';
import type { RecordCache } from './record-cache.ts';
import type { AuthorityEntry } from './types.ts';
import { unfit } from './unfit-name.ts';
import { readYaml, type YamlMapping } from './yaml-mapping.ts';

/** A record's file as read, as far as it could be, with what later checks need to name a line. */
export interface ReadAuthority {
  readonly id: string;
  readonly kind: Kind;
  readonly file: string;
  /** The fields that are right; all of them where `entry` is there. */
  readonly data: Partial<AuthorityData>;
  readonly entry?: AuthorityEntry;
  readonly lineOf: YamlMapping['lineOf'];
}

/** Reads and checks one file below `people/`, `places/` …; `authority` is there when its name is a record's. */
export function readAuthority(
  folder: string,
  file: string,
  kind: Kind,
  cache?: RecordCache,
): { authority?: ReadAuthority; problems: Problem[] } {
  const id = idOf(file, kind);
  if (id === undefined) return { problems: [misnamed(file, kind)] };
  const fault = slugFault(id);
  if (fault !== undefined) return { problems: [unfit(file, fault)] };
  const remembered = cache?.recall(file);
  if (remembered?.authority) {
    const { authority: data, digest } = remembered;
    const lineOf: YamlMapping['lineOf'] = (path, part) =>
      parse(readBytes(folder, file), id, file, kind).authority.lineOf(path, part);
    const entry = { id, kind, file, data, digest };
    return { authority: { id, kind, file, data, entry, lineOf }, problems: [] };
  }
  if (cache === undefined) return parse(readBytes(folder, file), id, file, kind);
  let read: ReturnType<typeof parse> | undefined;
  cache.remember(file, () => {
    read = parse(readBytes(folder, file), id, file, kind);
    const { authority, problems } = read;
    if (authority.entry === undefined || problems.length > 0) return undefined;
    return { digest: authority.entry.digest, authority: authority.entry.data };
  });
  return read ?? parse(readBytes(folder, file), id, file, kind);
}

/** As {@link readAuthority}, of bytes that may not be written yet. */
export function parseAuthority(
  bytes: Uint8Array,
  file: string,
  kind: Kind,
): { authority?: ReadAuthority; problems: Problem[] } {
  const id = idOf(file, kind);
  if (id === undefined) return { problems: [misnamed(file, kind)] };
  const fault = slugFault(id);
  return fault === undefined ? parse(bytes, id, file, kind) : { problems: [unfit(file, fault)] };
}

function idOf(file: string, kind: Kind): string | undefined {
  const id = file.slice(kind.length + 1, -'.yml'.length);
  return file.endsWith('.yml') && SLUG.test(id) ? id : undefined;
}

function parse(
  bytes: Uint8Array | Problem,
  id: string,
  file: string,
  kind: Kind,
): { authority: ReadAuthority; problems: Problem[] } {
  const unread = { id, kind, file, data: {}, lineOf: () => 1 };
  if ('what' in bytes) return { authority: unread, problems: [bytes] };
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return { authority: unread, problems: [text] };
  const { mapping, problems } = readYaml(text, { file });
  if (mapping === undefined) return { authority: unread, problems };
  const {
    whole,
    fields,
    problems: wrongFields,
  } = applySchema(authoritySchemas[kind], mapping, file);
  const authority = { id, kind, file, data: fields, lineOf: mapping.lineOf };
  if (whole === undefined) return { authority, problems: wrongFields };
  const entry: AuthorityEntry = { id, kind, file, data: whole, digest: sha256(bytes) };
  return { authority: { ...authority, entry }, problems: [] };
}

function misnamed(file: string, kind: Kind): Problem {
  return {
    file,
    what: `The name of this file is not that of a record among the ${KIND_WORDS[kind].many}.`,
    why: 'The name is the id that articles use and the permanent address.',
    remedy: `Name it ${kind}/<id>.yml, the id of small letters a–z, digits and single hyphens.`,
  };
}
