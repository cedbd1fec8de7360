import { gunzipSync } from 'node:zlib';
import { isMarker, type PrivateKind } from './kinds.ts';
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
export function scanText(text: string, role: Role): TextMatch[] {
  return scan(text, role, 0, { room: MOST_UNPACKED });
}

/** Bytes that may still be unpacked of what stands as letters in a text. */
interface Budget {
  room: number;
}

function scan(text: string, role: Role, depth: number, budget: Budget): TextMatch[] {
  const found: TextMatch[] = [];
  for (let from = 0; ; from += AT_ONCE) {
    const piece = text.slice(from, from + AT_ONCE + TWICE);
    for (const match of scanPiece(piece, role, depth, budget)) {
      found.push({ ...match, start: from + match.start, end: from + match.end });
    }
    if (from + AT_ONCE + TWICE >= text.length) return withoutOverlaps(found);
  }
}

function scanPiece(piece: string, role: Role, depth: number, budget: Budget): TextMatch[] {
  const { text, origin } = plainText(piece);
  const scanned = { text, lower: text.toLowerCase(), role };
  // A letter of two in capitals would move every place behind it.
  if (scanned.lower.length !== text.length) scanned.lower = lowerLetters(text);
  const found: TextMatch[] = [];
  for (const rule of RULES) {
    const counts = new Map<PrivateKind, number>();
    for (const match of rule(scanned)) {
      const secret = text.slice(match.start, match.end);
      if (isMarker(secret.trim())) continue;
      const count = (counts.get(match.kind) ?? 0) + 1;
      counts.set(match.kind, count);
      if (count > MOST) break;
      found.push({ ...match, secret, start: origin(match.start), end: origin(match.end) });
    }
  }
  if (depth < DEEPEST) found.push(...packedLetters(piece, role, depth, budget));
  return found;
}

function lowerLetters(text: string): string {
  return text.replace(/[A-ZÀ-ÖØ-Þ\u0391-\u03a9\u0400-\u042f]+/g, (letters) =>
    letters.toLowerCase(),
  );
}

const LETTERS = /[A-Za-z0-9+/_-]{40,}(?:(?:\r?\n|\\n)[A-Za-z0-9+/_-]{4,})*={0,2}/g;
/** How much of packed letters of one text is unpacked; more is not vouched for. */
const MOST_UNPACKED = 16 * 2 ** 20;

/** Looks into what is written as base64 inside a text; what is found there stands where all of it does. */
function* packedLetters(
  text: string,
  role: Role,
  depth: number,
  budget: Budget,
): Iterable<TextMatch> {
  if (role !== 'text' && role !== 'form') return;
  for (const { 0: letters, index } of text.matchAll(LETTERS)) {
    const inside = unpacked(letters, budget);
    if (inside === undefined) continue;
    const place = { start: index, end: index + letters.length };
    if (inside === TOO_MUCH) {
      yield { ...place, kind: 'unread', name: 'it unfolds to too much', secret: letters };
      return;
    }
    for (const match of scan(inside, 'text', depth + 1, budget)) {
      // In a copy all of the letters go, and no one word in them.
      yield { ...match, ...place };
    }
  }
}

const TOO_MUCH = Symbol('unfolds to too much');

function unpacked(letters: string, budget: Budget): string | typeof TOO_MUCH | undefined {
  if (!isText(Buffer.from(letters.slice(0, 64), 'base64'))) {
    if (!letters.startsWith('H4sI')) return undefined;
    try {
      const bytes = Buffer.from(letters, 'base64');
      const plain = gunzipSync(bytes, { maxOutputLength: Math.max(1, budget.room) });
      budget.room -= plain.length;
      return plain.toString('utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === 'ERR_BUFFER_TOO_LARGE' ? TOO_MUCH : undefined;
    }
  }
  const bytes = Buffer.from(letters.replace(/\\n/g, ''), 'base64');
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
