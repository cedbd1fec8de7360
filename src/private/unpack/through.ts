import { gzipSync } from 'node:zlib';
import { inflate, inflateStart, isGzip } from './inflate.ts';
import { lettersOf } from './letters.ts';
import { looksMail, throughMail } from './mail.ts';
import { type Pass, type Passed, TooLarge } from './pass.ts';
import { isWarc, recordsOf, throughWarc } from './warc.ts';
import { isZip, throughZip } from './zip.ts';

/** How often one thing may stand packed inside another. */
const DEEPEST = 8;

/**
 * Goes through every text of a capture in whatever it is packed: gzip, ZIP (WACZ), WARC, messages
 * with parts (MHTML, newsletters), requests and responses, base64 and quoted-printable.
 *
 * @param where what it is called in words for the keeper
 * @returns the same capture with what the pass put in; undefined where that is nothing
 */
export function through(bytes: Uint8Array, pass: Pass, where: string, depth = 0): Passed {
  if (depth > DEEPEST) {
    return pass.unread(where, 'it is packed too often') ? new Uint8Array() : undefined;
  }
  if (isGzip(bytes)) return throughGzip(bytes, pass, where, depth);
  const inner = (part: Uint8Array, name: string) => through(part, pass, name, depth + 1);
  if (isZip(bytes)) return throughZip(bytes, pass, where, inner);
  if (isWarc(bytes)) return throughWarc(bytes, pass, where, inner);
  if (looksMail(bytes)) return throughMail(bytes, pass, where, inner);
  return throughText(bytes, pass, where);
}

/** Longest text in one string of V8, less what is added to it. */
const LONGEST = 2 ** 28;

function throughText(bytes: Uint8Array, pass: Pass, where: string): Passed {
  if (bytes.length > LONGEST) throw new TooLarge();
  const { text, bytesOf } = lettersOf(bytes);
  const put = pass.text(text, 'text', where);
  return put === undefined ? undefined : bytesOf(put);
}

function throughGzip(bytes: Uint8Array, pass: Pass, where: string, depth: number): Passed {
  const plain = inflate(bytes, 'gzip', pass);
  if (plain === undefined) {
    const start = inflateStart(bytes, pass);
    if (start !== undefined) through(start, pass, where, depth + 1);
    return pass.unread(where, 'its gzip is damaged') ? new Uint8Array() : undefined;
  }
  const put = through(plain, pass, where, depth + 1);
  if (put === undefined) return undefined;
  // Records of a web archive are packed one by one, so that each can be found by its place.
  return isWarc(put)
    ? Buffer.concat(recordsOf(put).map((record) => gzipSync(record)))
    : gzipSync(put);
}
