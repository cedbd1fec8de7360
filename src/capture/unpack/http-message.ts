import { CaptureRefused } from '../refused.ts';
import { decodedContent } from './gunzip.ts';
import { headerMap } from './warc.ts';

/**
 * The content of an HTTP response as it came over the line (RFC 9112), with chunks joined and
 * compression undone.
 *
 * @param wanted whether a content type is of interest; nothing is unpacked otherwise
 * @returns undefined for a response that is not wanted, a redirect or an error; `cut` where less of its
 *   body came than its header says
 */
export function readMessage(
  bytes: Uint8Array,
  wanted: (contentType: string) => boolean,
): { content: Uint8Array; contentType: string; cut: boolean } | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  const [whole] = /^HTTP\/[\d.]+ 200\b[\s\S]*?\r?\n\r?\n/.exec(head) ?? [];
  if (whole === undefined) return undefined;
  const headers = headerMap(whole.split(/\r?\n/).slice(1));
  const contentType = headers.get('content-type') ?? '';
  if (!wanted(contentType)) return undefined;
  const body = bytes.subarray(whole.length);
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  // Some tools store the joined body and leave the header; then it does not begin with a length.
  const { content: joined, ended } = (chunked ? joinChunks(body) : undefined) ?? {
    content: body,
    ended: true,
  };
  const encoding = headers.get('content-encoding');
  const plain = encoding !== undefined && isPlain(joined, encoding);
  // A body that was unpacked or joined before it was stored is mostly longer than its header says.
  const length = /^\d{1,12}$/.exec(headers.get('content-length') ?? '');
  const cut = !ended || (!chunked && length !== null && body.length < Number(length[0]));
  return { content: plain ? joined : decodedContent(joined, encoding), contentType, cut };
}

/** Some tools store the unpacked body and leave the header that says it is packed. */
function isPlain(body: Uint8Array, encoding: string): boolean {
  if (/gzip/i.test(encoding)) return !(body[0] === 0x1f && body[1] === 0x8b);
  return /^\s*<[!a-z]/i.test(new TextDecoder('latin1').decode(body.subarray(0, 64)));
}

function joinChunks(body: Uint8Array): { content: Uint8Array; ended: boolean } | undefined {
  const parts: Uint8Array[] = [];
  let ended = false;
  for (let at = 0; at < body.length; ) {
    const line = /^([0-9a-f]{1,8})[^\r\n]{0,200}\r\n/i.exec(
      new TextDecoder('latin1').decode(body.subarray(at, at + 256)),
    );
    if (line === null) {
      if (at === 0) return undefined;
      throw new CaptureRefused(
        'Its body is cut into parts that do not fit.',
        'Capture the page again.',
      );
    }
    const length = Number.parseInt(line[1] ?? '', 16);
    at += line[0].length;
    if (length === 0) {
      ended = true;
      break;
    }
    if (at + length > body.length) {
      throw new CaptureRefused('Its body is shorter than it says.', 'Capture the page again.');
    }
    parts.push(body.subarray(at, at + length));
    at += length + 2;
  }
  return { content: Buffer.concat(parts), ended };
}
