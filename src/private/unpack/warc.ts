import { createHash } from 'node:crypto';
import { throughHttp } from './http.ts';
import type { Pass, Passed } from './pass.ts';

type Inner = (bytes: Uint8Array, where: string) => Passed;

/** Whether bytes begin as a web archive does (ISO 28500). */
export function isWarc(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 5)) === 'WARC/';
}

interface Record {
  readonly head: string;
  readonly content: Uint8Array;
  /** All of it, with the empty lines behind it. */
  readonly whole: Uint8Array;
}

/** The records as they stand, each with what follows it. */
export function recordsOf(bytes: Uint8Array): Uint8Array[] {
  return [...split(bytes)].map((record) => ('whole' in record ? record.whole : record.rest));
}

/** Goes through a web archive, record by record; a damaged rest is read as a text. */
export function throughWarc(bytes: Uint8Array, pass: Pass, where: string, inner: Inner): Passed {
  const out: Uint8Array[] = [];
  let changed = false;
  let number = 0;
  for (const record of split(bytes)) {
    number++;
    const name = `${where}, record ${number}`;
    if ('rest' in record) {
      const put = pass.text(latin(record.rest), 'text', `${name} (damaged)`);
      const isOut = pass.unread(name, 'the web archive is damaged from here on');
      if (!isOut) out.push(put === undefined ? record.rest : Buffer.from(put, 'latin1'));
      changed ||= isOut || put !== undefined;
      continue;
    }
    const put = throughRecord(record, pass, name, inner);
    changed ||= put !== undefined;
    out.push(put ?? record.whole);
  }
  return changed ? Buffer.concat(out) : undefined;
}

function throughRecord(record: Record, pass: Pass, where: string, inner: Inner): Passed {
  const type =
    /^warc-type:[ \t]*([a-z]{1,20})\b/im.exec(record.head)?.[1]?.toLowerCase() ?? 'record';
  const name = `${where} (${type})`;
  const head = pass.text(record.head, 'warc-head', `${name}, its head`);
  const content = throughContent(record, type, pass, name, inner);
  if (head === undefined && content === undefined) return undefined;
  const bytes = content ?? record.content;
  return Buffer.concat([
    Buffer.from(`${withLength(head ?? record.head, bytes)}\r\n\r\n`, 'latin1'),
    bytes,
    Buffer.from('\r\n\r\n'),
  ]);
}

function throughContent(
  { head, content }: Record,
  type: string,
  pass: Pass,
  name: string,
  inner: Inner,
): Passed {
  if (type === 'warcinfo' || (type === 'metadata' && /warc-fields/i.test(head))) {
    const put = pass.text(latin(content), 'warc-info', name);
    return put === undefined ? undefined : Buffer.from(put, 'latin1');
  }
  const isHttp = /^(?:HTTP\/[\d.]+ \d{3}|[A-Z]{3,10} \S+ HTTP\/[\d.]+)/.test(
    latin(content.subarray(0, 4096)),
  );
  if (isHttp) return throughHttp(content, pass, name, inner);
  if (type === 'request') {
    const put = pass.text(latin(content), 'request-head', name);
    return put === undefined ? undefined : Buffer.from(put, 'latin1');
  }
  return content.length === 0 ? undefined : inner(content, name);
}

/** The head with the length of its content, and the digests that it had made anew. */
function withLength(head: string, content: Uint8Array): string {
  const payload = payloadOf(content);
  return head
    .replace(/^(content-length:[ \t]*)\d+/im, `$1${content.length}`)
    .replace(/^(warc-block-digest:[ \t]*)\S+/im, (_, name: string) => name + digest(content))
    .replace(/^(warc-payload-digest:[ \t]*)\S+/im, (_, name: string) => name + digest(payload));
}

function payloadOf(content: Uint8Array): Uint8Array {
  const at = Buffer.from(content.buffer, content.byteOffset, content.length).indexOf('\r\n\r\n');
  return at === -1 || !/^(?:HTTP\/|[A-Z]+ \S+ HTTP)/.test(latin(content.subarray(0, 4096)))
    ? content
    : content.subarray(at + 4);
}

function digest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

const LONGEST_HEAD = 2 ** 18;

function* split(bytes: Uint8Array): Generator<Record | { readonly rest: Uint8Array }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf('\r\n\r\n', at);
    const head = end === -1 || end - at > LONGEST_HEAD ? '' : latin(buffer.subarray(at, end));
    const length = Number(
      /^content-length:[ \t]*(\d{1,12})[ \t]*$/im.exec(head)?.[1] ?? Number.NaN,
    );
    const start = end + 4;
    if (!/^WARC\/1\.\d/.test(head) || !(start + length <= buffer.length)) {
      yield { rest: buffer.subarray(at) };
      return;
    }
    let next = start + length;
    while (next < buffer.length && (buffer[next] === 13 || buffer[next] === 10)) next++;
    yield {
      head,
      content: buffer.subarray(start, start + length),
      whole: buffer.subarray(at, next),
    };
    at = next;
  }
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
