import { LIMITS } from '../limits.ts';
import type { Opened } from '../opened.ts';
import { CaptureRefused } from '../refused.ts';
import { readMessage } from './http-message.ts';

/** One record of a web archive. */
export interface WarcRecord {
  /** Named in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly content: Uint8Array;
}

type Page = Omit<Opened, 'extension'>;

/**
 * The page in a web archive: the first response that is HTML and was not a redirect or an error.
 *
 * @param prefer address of the page that is meant, where it is known
 * @throws CaptureRefused when the archive is damaged or has no page
 */
export function openWarc(bytes: Uint8Array, prefer?: string): Page {
  const pages: Page[] = [];
  const sheets = new Map<string, string>();
  let size = 0;
  let tool: string | undefined;
  let damage: CutOff | undefined;
  for (const record of untilCut(bytes, (error) => (damage = error))) {
    if (record.headers.get('warc-type') === 'warcinfo') {
      tool ??= /^software:\s*(.+)$/im
        .exec(new TextDecoder().decode(record.content.subarray(0, 4096)))?.[1]
        ?.trim();
    }
    const page = pageOf(record);
    if (page !== undefined) pages.push(page);
    else if (size < MOST_SHEETS) {
      const [address, sheet] = sheetOf(record) ?? [];
      size += sheet?.length ?? 0;
      if (address !== undefined && sheet !== undefined && !sheets.has(address))
        sheets.set(address, sheet);
    }
  }
  const chosen = pages.find(({ url }) => url !== undefined && url === prefer) ?? pages[0];
  if (chosen === undefined && damage !== undefined) throw damage;
  if (chosen === undefined) {
    throw new CaptureRefused('The web archive holds no page.', 'Capture the page again.');
  }
  const others = pages.length - 1;
  return {
    ...chosen,
    ...(tool !== undefined && { tool }),
    ...(sheets.size > 0 && { sheets }),
    doubts: [
      ...chosen.doubts,
      ...(damage === undefined
        ? []
        : [
            'The web archive stops in the middle of a record. The page stands before that; what the archive held behind it is missing.',
          ]),
      ...(others === 0
        ? []
        : [
            `The web archive holds ${others} more ${others === 1 ? 'page' : 'pages'}; ${chosen.url ?? 'the first'} was taken.`,
          ]),
    ],
  };
}

/** An archive that stops in the middle of a record. */
class CutOff extends CaptureRefused {
  constructor() {
    super(
      'The web archive is damaged: it stops in the middle of a record.',
      'Capture the page again, or take the page out with another tool.',
    );
  }
}

/** The records that are whole: an end that was cut off does not spoil what stands before it. */
function* untilCut(bytes: Uint8Array, cut: (error: CutOff) => void): Generator<WarcRecord> {
  try {
    yield* warcRecords(bytes);
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    cut(error);
  }
}

/**
 * The records of a WARC file (ISO 28500), one after the other. A length that does not lead to the
 * next record is refused: what stands there would be another text than was captured.
 */
export function* warcRecords(bytes: Uint8Array): Generator<WarcRecord> {
  let at = 0;
  for (let count = 0; at < bytes.length; count++) {
    if (count >= LIMITS.records) throw damaged('it has too many records');
    const end = headEnd(bytes, at);
    const [version, ...lines] = new TextDecoder().decode(bytes.subarray(at, end)).split(/\r?\n/);
    if (!/^WARC\/1\.\d$/.test(version ?? ''))
      throw damaged('a record does not begin where one should');
    const headers = headerMap(lines);
    const stated = headers.get('content-length') ?? '';
    const length = /^\d{1,12}$/.test(stated) ? Number(stated) : Number.NaN;
    const start = end + 4;
    if (Number.isNaN(length)) throw damaged('a record does not say how long it is');
    if (start + length > bytes.length) throw new CutOff();
    yield { headers, content: bytes.subarray(start, start + length) };
    at = start + length;
    while (at < bytes.length && (bytes[at] === 13 || bytes[at] === 10)) at++;
  }
}

/** Header lines by their name in small letters; the first of a name counts. */
export function headerMap(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

const LONGEST_HEAD = 65_536;

function headEnd(bytes: Uint8Array, from: number): number {
  const last = Math.min(bytes.length - 3, from + LONGEST_HEAD);
  const rest = bytes.length - from;
  for (let at = from; at < last; at++) {
    if (bytes[at] === 13 && bytes[at + 1] === 10 && bytes[at + 2] === 13 && bytes[at + 3] === 10) {
      return at;
    }
  }
  throw rest < LONGEST_HEAD ? new CutOff() : damaged('the head of a record has no end');
}

function pageOf({ headers, content }: WarcRecord): Page | undefined {
  const type = headers.get('warc-type');
  if (type !== 'response' && type !== 'resource') return undefined;
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '');
  const capturedAt = headers.get('warc-date');
  const stopped = headers.get('warc-truncated');
  const doubts =
    stopped === undefined
      ? []
      : [`The web archive says that the page was cut off while it was captured (${stopped}).`];
  const about = {
    kind: 'html' as const,
    doubts,
    ...(url !== undefined && /^https?:/.test(url) && { url }),
    ...(capturedAt !== undefined && { capturedAt }),
  };
  if (type === 'resource') {
    const contentType = headers.get('content-type') ?? '';
    return isHtml(contentType) ? { ...about, bytes: content, contentType } : undefined;
  }
  if (!/^application\/http/i.test(headers.get('content-type') ?? 'application/http'))
    return undefined;
  const message = readMessage(content, isHtml);
  if (message === undefined) return undefined;
  const { content: page, contentType, cut } = message;
  if (cut && stopped === undefined) {
    doubts.push(
      'Less of the page is in the web archive than its header says: its end may be missing.',
    );
  }
  return { ...about, bytes: page, contentType };
}

/** Letters of all style sheets of an archive; a page with more is not read to its end either. */
const MOST_SHEETS = 4 * 2 ** 20;

/** A style sheet and its address. One that is damaged is none: the page is what was asked for. */
function sheetOf({ headers, content }: WarcRecord): [address: string, text: string] | undefined {
  const address = headers.get('warc-target-uri')?.replace(/^<|>$/g, '');
  if (headers.get('warc-type') !== 'response' || address === undefined) return undefined;
  try {
    const message = readMessage(content, (type) => /^text\/css\b/i.test(type));
    return message && [address, new TextDecoder().decode(message.content)];
  } catch (error) {
    if (error instanceof CaptureRefused) return undefined;
    throw error;
  }
}

function isHtml(contentType: string): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType);
}

function damaged(how: string): CaptureRefused {
  return new CaptureRefused(
    `The web archive is damaged: ${how}.`,
    'Capture the page again, or take the page out with another tool.',
  );
}
