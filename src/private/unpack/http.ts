import { inflate, isGzip } from './inflate.ts';
import { lettersOf } from './letters.ts';
import { type Pass, type Passed, take } from './pass.ts';

/** Goes through a request or a response as it came over the line (RFC 9112). */
export function throughHttp(
  bytes: Uint8Array,
  pass: Pass,
  where: string,
  inner: (bytes: Uint8Array, where: string) => Passed,
): Passed {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = /\r?\n\r?\n/.exec(buffer.subarray(0, 2 ** 18).toString('latin1'));
  const end = at === null ? buffer.length : at.index + at[0].length;
  const head = buffer.subarray(0, at?.index ?? end).toString('latin1');
  const body = buffer.subarray(end);
  const role = head.startsWith('HTTP/') ? 'response-head' : 'request-head';
  const newHead = pass.text(head, role, `${where}, its head`);
  if (body.length === 0) return newHead === undefined ? undefined : joined(newHead, body);
  const plain = plainBody(body, head, pass);
  // Headers may follow the last part of a body that came in parts.
  const tail = /\r\n0\r\n([^\0]{1,4096})$/.exec(body.subarray(-5000).toString('latin1'))?.[1] ?? '';
  if (tail.trim() !== '') pass.text(tail, role, `${where}, behind its body`);
  const form = /^content-type:[^\r\n]*x-www-form-urlencoded/im.test(head);
  let newBody: Passed;
  if (plain === undefined) {
    const isOut = pass.unread(`${where}, its body`, 'it is packed in a way that cannot be undone');
    if (isOut) newBody = new Uint8Array();
  } else if (form) {
    const { text, bytesOf } = lettersOf(plain);
    const put = pass.text(text, 'form', `${where}, the form that was sent`);
    if (put !== undefined) newBody = bytesOf(put);
  } else newBody = inner(plain, `${where}, its body`);
  if (newBody === undefined) return newHead === undefined ? undefined : joined(newHead, body);
  return joined(unpackedHead(newHead ?? head, newBody.length), newBody);
}

/** What goes in the place of a body is not packed and not in chunks. */
function unpackedHead(head: string, length: number): string {
  const kept = head
    .split(/\r?\n/)
    .filter(
      (line) =>
        !/^(?:content-encoding|transfer-encoding|content-length|trailer|etag|content-md5|digest|repr-digest|content-digest):/i.test(
          line,
        ),
    );
  return [...kept, `Content-Length: ${length}`].join('\r\n');
}

function joined(head: string, body: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]);
}

function plainBody(body: Buffer, head: string, pass: Pass): Uint8Array | undefined {
  const chunked = /^transfer-encoding:[^\r\n]*\bchunked\b/im.test(head);
  let plain: Uint8Array = chunked ? (joinChunks(body) ?? body) : body;
  const encodings = [...head.matchAll(/^content-encoding:[ \t]*([^\r\n]*)/gim)]
    .flatMap(([, names = '']) => names.split(/[\s,]+/))
    .filter((name) => name !== '' && !/^(?:identity|none|utf-?8|binary|8bit)$/i.test(name));
  for (const name of encodings.reverse().slice(0, 4)) {
    const before: Uint8Array = plain;
    const after = inflate(before, name, pass);
    // Some tools store the unpacked body and leave the header that says it is packed.
    if (after === undefined && !isGzip(before) && isReadable(before)) return take(pass, before);
    if (after === undefined) return undefined;
    plain = after;
  }
  return plain;
}

function isReadable(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 512);
  return head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length === 0;
}

function joinChunks(body: Buffer): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const line = /^([0-9a-f]{1,8})[^\r\n]{0,200}\r?\n/i.exec(
      body.subarray(at, at + 256).toString('latin1'),
    );
    if (line === null) {
      if (at === 0) return undefined;
      // What follows the last part that fits is looked at too.
      parts.push(body.subarray(at));
      break;
    }
    const length = Number.parseInt(line[1] ?? '', 16);
    at += line[0].length;
    if (length === 0) break;
    parts.push(body.subarray(at, at + length));
    at += length + (body[at + length] === 13 ? 2 : 1);
  }
  return Buffer.concat(parts);
}
