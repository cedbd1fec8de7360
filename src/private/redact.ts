import { findPrivate, type PrivateFind, summarise } from './find.ts';
import { markerOf, PRIVATE_KINDS, type PrivateKind } from './kinds.ts';
import { replaceMatches } from './mask.ts';
import { scanText } from './scan-text.ts';
import { type Pass, TooLarge } from './unpack/pass.ts';
import { through } from './unpack/through.ts';
import { isWarc } from './unpack/warc.ts';
import { isZip } from './unpack/zip.ts';

/** A copy of a capture with nothing private in it. */
export interface Redacted {
  readonly bytes: Uint8Array;
  /** What was taken out, a line for each kind and place. */
  readonly removed: readonly string[];
  /** Ending of its name where that is another than the capture's: a package comes out as a web archive. */
  readonly extension?: string;
}

/** How often a copy is gone through: what is replaced in one place may have hidden what stood in another. */
const ROUNDS = 4;
const ROOM = 512 * 2 ** 20;
/** Secrets with fewer letters are replaced where they were found, and not everywhere. */
const LEAST = 8;

/**
 * Makes a copy of a capture in the same form with everything private in it replaced by a word that
 * says of what kind it was. Lengths and digests in a web archive are made anew.
 *
 * @returns undefined where the copy would not be clean: a part of it cannot be looked into
 */
export function redactPrivate(bytes: Uint8Array): Redacted | undefined {
  const first = findPrivate(bytes);
  let copy = bytes;
  let finds: readonly PrivateFind[] = first;
  for (let round = 0; round < ROUNDS && finds.length > 0; round++) {
    const next = withoutFinds(copy, secretsOf([...first, ...finds]));
    if (next === undefined) return undefined;
    copy = next;
    finds = findPrivate(copy);
  }
  if (finds.length > 0 || copy.length === 0) return undefined;
  const isUnpacked = isZip(bytes) && isWarc(copy);
  return {
    bytes: copy,
    removed: removedLines(first, isUnpacked).map((line) =>
      replaceMatches(line, scanText(line, 'text'), ({ kind }) => markerOf(kind), secretsOf(first)),
    ),
    ...(isUnpacked && { extension: '.warc' }),
  };
}

function withoutFinds(
  bytes: Uint8Array,
  secrets: ReadonlyMap<string, string>,
): Uint8Array | undefined {
  const pass: Pass = {
    room: ROOM,
    text(text, role) {
      const put = replaceMatches(text, scanText(text, role), ({ kind }) => markerOf(kind), secrets);
      return put === text ? undefined : put;
    },
    unread: () => true,
  };
  try {
    return through(bytes, pass, 'the capture') ?? bytes;
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** What was found in one place goes everywhere: a session stands in a cookie and in the page's scripts. */
export function secretsOf(finds: readonly PrivateFind[]): Map<string, string> {
  const secrets = new Map<string, string>();
  for (const { kind, secret } of finds) {
    const parts = kind === 'cookie' || kind === 'set-cookie' ? cookieValues(secret) : [secret];
    for (const part of parts) {
      if (part.length >= LEAST && /\d|@/.test(part)) secrets.set(part, markerOf(kind));
    }
  }
  return secrets;
}

function cookieValues(secret: string): string[] {
  return secret.split(/[;,]\s*/).map((pair) => pair.slice(pair.indexOf('=') + 1));
}

/** How many places are named; more are counted. */
const MOST_LINES = 40;

function removedLines(finds: readonly PrivateFind[], isUnpacked: boolean): string[] {
  const counts = new Map<string, number>();
  for (const { kind, where } of finds) {
    const line = `${lineOf(kind)} in ${where}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const lines = [...counts].map(([line, count]) =>
    count === 1 ? line : `${line}, ${count} times`,
  );
  const rest = summarise(finds).map(({ label, count }) => `${label}, ${count} times`);
  return [
    ...(lines.length <= MOST_LINES ? lines : rest),
    ...(isUnpacked ? ['The lists and indexes of the package, which name places in it'] : []),
  ];
}

function lineOf(kind: PrivateKind): string {
  return PRIVATE_KINDS[kind].label;
}
