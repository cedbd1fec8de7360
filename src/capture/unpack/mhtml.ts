import type { Opened } from '../opened.ts';
import { CaptureRefused } from '../refused.ts';
import { headerMap } from './warc.ts';

const REMEDY = 'Save the page again, as “Webpage, HTML only” or with SingleFile.';

/** Whether a file is a message of several parts, as browsers save a page with all it shows in one file. */
export function looksMhtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /^[!-9;-~]+:[^\n]*\r?\n/.test(head) &&
    /^MIME-Version:\s*1/im.test(head) &&
    /^Content-Type:\s*multipart\/related\b/im.test(head)
  );
}

/**
 * The page in a MHTML file (RFC 2557): the part whose address is that of the whole, else the first that is HTML.
 *
 * @throws CaptureRefused when it has no page
 */
export function openMhtml(bytes: Uint8Array): Omit<Opened, 'extension'> {
  // A letter a byte, so that offsets are those of the file.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const { headers, body } = partOf(text);
  const boundary = /boundary="?([^";\s]+)"?/i.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) throw new CaptureRefused('Its parts are not told apart.', REMEDY);
  const [, ...pieces] = body.split(`--${boundary}`);
  // RFC 2046, 5.1.1: two more hyphens end the last part.
  const ended = pieces.some((piece) => piece.startsWith('--'));
  const parts = pieces
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => partOf(piece.replace(/^[ \t]*\r?\n/, '')));
  const pages = parts.filter((part) =>
    /^text\/html\b/i.test(part.headers.get('content-type') ?? ''),
  );
  const url = headers.get('snapshot-content-location') ?? headers.get('content-location');
  const page = pages.find((part) => part.headers.get('content-location') === url) ?? pages[0];
  if (page === undefined) throw new CaptureRefused('The file holds no page.', REMEDY);
  if (!ended && page === parts.at(-1)) {
    throw new CaptureRefused('The file stops before its end, in the page itself.', REMEDY);
  }
  const sheets = sheetsIn(parts);
  const contentType = page.headers.get('content-type');
  const address = url ?? page.headers.get('content-location');
  const moment = Date.parse(headers.get('date') ?? '');
  return {
    kind: 'html',
    bytes: decoded(page.body, page.headers.get('content-transfer-encoding') ?? ''),
    doubts: ended
      ? []
      : [
          'The file stops before its end. The page stands before that; pictures or styles that belong to it are missing.',
        ],
    ...(sheets.size > 0 && { sheets }),
    ...(contentType !== undefined && { contentType }),
    ...(address !== undefined && /^https?:/.test(address) && { url: address }),
    ...(!Number.isNaN(moment) && {
      capturedAt: new Date(moment).toISOString().replace(/\.000Z$/, 'Z'),
    }),
  };
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function sheetsIn(parts: readonly Part[]): Map<string, string> {
  const sheets = new Map<string, string>();
  for (const { headers, body } of parts) {
    if (!/^text\/css\b/i.test(headers.get('content-type') ?? '')) continue;
    const bytes = decoded(body, headers.get('content-transfer-encoding') ?? '');
    const text = new TextDecoder().decode(bytes);
    for (const name of [headers.get('content-location'), contentId(headers)])
      if (name !== undefined) sheets.set(name, text);
  }
  return sheets;
}

/** Browsers name parts of their own making by a number instead of an address (RFC 2392). */
function contentId(headers: ReadonlyMap<string, string>): string | undefined {
  const id = headers.get('content-id')?.replace(/^<|>$/g, '');
  return id === undefined ? undefined : `cid:${id}`;
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ');
  return {
    headers: headerMap(head.split(/\r?\n/)),
    body: end === null ? '' : text.slice(end.index + end[0].length),
  };
}

/** RFC 2045, 6.7 and 6.8. */
function decoded(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
