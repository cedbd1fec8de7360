import { gunzipSync } from 'node:zlib';
import type { PrivateKind } from './kinds.ts';
import { plainText } from './plain-text.ts';
import type { Match, Role, Rule } from './rule.ts';
import { account } from './rules/account.ts';
import { addresses } from './rules/addresses.ts';
import { credentials } from './rules/credentials.ts';
import { device } from './rules/device.ts';
import { headers, headersInText } from './rules/headers.ts';
import { recipient } from './rules/recipient.ts';
import { tokens } from './rules/tokens.ts';
import { trackedLinks } from './rules/tracking.ts';
import { unsubscribe } from './rules/unsubscribe.ts';

/** Every rule there is; what two of them find in one place is what the first says. */
const RULES: readonly Rule[] = [
  ...[headers, headersInText, recipient, unsubscribe, trackedLinks, addresses],
  ...[tokens, credentials, account, device],
];

/** Something private in a text, by its place in the text as it was received. */
export interface TextMatch extends Match {
  /** What stands there, with escapes undone. */
  readonly secret: string;
}

/** Letters that are looked at in one go, and how many of them twice, so that nothing falls between. */
const [AT_ONCE, TWICE] = [4 * 2 ** 20, 2 ** 16];
/** How many places of one kind are told of in a text; more are no more news. */
const MOST = 500;
/** How often what is packed as letters may be packed again. */
const DEEPEST = 3;

/** Finds everything private in a text, in the order of the rules and then of the text. */
export function scanText(text: string, role: Role, depth = 0): TextMatch[] {
  const found: TextMatch[] = [];
  for (let from = 0; ; from += AT_ONCE) {
    const piece = text.slice(from, from + AT_ONCE + TWICE);
    for (const match of scanPiece(piece, role, depth)) {
      found.push({ ...match, start: from + match.start, end: from + match.end });
    }
    if (from + AT_ONCE + TWICE >= text.length) return withoutOverlaps(found);
  }
}

function scanPiece(piece: string, role: Role, depth: number): TextMatch[] {
  const { text, origin } = plainText(piece);
  const scanned = { text, lower: text.toLowerCase(), role };
  // A letter of two in capitals would move every place behind it.
  if (scanned.lower.length !== text.length) scanned.lower = lowerLetters(text);
  const found: TextMatch[] = [];
  for (const rule of RULES) {
    const counts = new Map<PrivateKind, number>();
    for (const match of rule(scanned)) {
      const count = (counts.get(match.kind) ?? 0) + 1;
      counts.set(match.kind, count);
      if (count > MOST) break;
      const secret = text.slice(match.start, match.end);
      found.push({ ...match, secret, start: origin(match.start), end: origin(match.end) });
    }
  }
  if (depth < DEEPEST) found.push(...packedLetters(piece, role, depth));
  return found;
}

function lowerLetters(text: string): string {
  return text.replace(/[A-ZÀ-ÖØ-Þ\u0391-\u03a9\u0400-\u042f]+/g, (letters) =>
    letters.toLowerCase(),
  );
}

const LETTERS = /[A-Za-z0-9+/_-]{40,}(?:(?:\r?\n|\\n)[A-Za-z0-9+/_-]{4,})*={0,2}/g;
/** How much of packed letters is unpacked. */
const MOST_UNPACKED = 2 ** 20;

/** Looks into what is written as base64 inside a text; what is found there stands where all of it does. */
function* packedLetters(text: string, role: Role, depth: number): Iterable<TextMatch> {
  if (role !== 'text' && role !== 'form') return;
  for (const { 0: letters, index } of text.matchAll(LETTERS)) {
    const inside = unpacked(letters);
    if (inside === undefined) continue;
    for (const match of scanText(inside, 'text', depth + 1)) {
      yield { ...match, start: index, end: index + letters.length };
    }
  }
}

function unpacked(letters: string): string | undefined {
  if (!isText(Buffer.from(letters.slice(0, 64), 'base64'))) {
    if (!letters.startsWith('H4sI')) return undefined;
    try {
      const bytes = Buffer.from(letters, 'base64');
      return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }).toString('utf8');
    } catch {
      return undefined;
    }
  }
  const bytes = Buffer.from(letters.replace(/\\n/g, '').slice(0, MOST_UNPACKED), 'base64');
  return bytes.toString('utf8');
}

/** Nothing but signs that a text has: words come out of base64 by chance never. */
function isText(bytes: Uint8Array): boolean {
  return (
    bytes.length >= 24 &&
    bytes.every((byte) => (byte >= 32 && byte < 127) || (byte >= 9 && byte < 14))
  );
}

function withoutOverlaps(found: readonly TextMatch[]): TextMatch[] {
  const kept: TextMatch[] = [];
  const taken = new Set<string>();
  for (const match of found) {
    const place = `${match.kind} ${match.start} ${match.end}`;
    if (taken.has(place)) continue;
    taken.add(place);
    kept.push(match);
  }
  return kept;
}
