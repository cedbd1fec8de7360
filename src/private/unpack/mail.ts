import { lettersOf } from './letters.ts';
import { type Pass, type Passed, take } from './pass.ts';

type Inner = (bytes: Uint8Array, where: string) => Passed;

const HEAD = 2 ** 17;
const LINE = /^[!-9;-~]{1,100}:|^[ \t]|^From /;
const KNOWN =
  /^(?:from|to|subject|date|mime-version|message-id|received|return-path|delivered-to|content-type|snapshot-content-location|list-unsubscribe|reply-to|sender):/gim;

/** Whether a file is a message (RFC 5322): a newsletter as it was received, or a page saved as MHTML. */
export function looksMail(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, HEAD));
  const [top = ''] =
    /^(?:\ufeff|\u00ef\u00bb\u00bf)?[\s\S]*?(?=\r?\n\r?\n|$)/.exec(head.trimStart()) ?? [];
  const lines = top.split(/\r?\n/);
  return lines.every((line) => LINE.test(line)) && (top.match(KNOWN)?.length ?? 0) >= 2;
}

/** Goes through a message: its head, and each of its parts with the way it is written undone. */
export function throughMail(bytes: Uint8Array, pass: Pass, where: string, inner: Inner): Passed {
  const text = latin(bytes);
  const put = throughEntity(text, pass, where, inner, 0);
  return put === undefined ? undefined : Buffer.from(put, 'latin1');
}

/** How deep parts may have parts. */
const DEEPEST = 10;

function throughEntity(
  text: string,
  pass: Pass,
  where: string,
  inner: Inner,
  depth: number,
): string | undefined {
  const top = /^\s*\r?\n/.exec(text)?.[0].length ?? 0;
  const gap = /\r?\n[ \t]*\r?\n/g;
  gap.lastIndex = Math.max(0, top - 2);
  const found = gap.exec(text);
  const head = text.slice(0, found?.index ?? text.length);
  const blank = found?.[0] ?? '\r\n\r\n';
  const body = found === null ? '' : text.slice(found.index + found[0].length);
  const newHead = pass.text(
    head,
    'mail-head',
    depth === 0 ? `${where}, its head` : `${where}, head`,
  );
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  const type = /^content-type:[ \t]*([^\r\n]*)/im.exec(unfolded)?.[1] ?? 'text/plain';
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  let newBody: string | undefined;
  if (/^multipart\//i.test(type) && mark !== undefined && depth < DEEPEST) {
    newBody = throughParts(body, mark, pass, where, inner, depth);
  } else newBody = throughBody(body, unfolded, pass, where, inner);
  if (newHead === undefined && newBody === undefined) return undefined;
  return `${newHead ?? head}${blank}${newBody ?? body}`;
}

function throughParts(
  body: string,
  mark: string,
  pass: Pass,
  where: string,
  inner: Inner,
  depth: number,
): string | undefined {
  let changed = false;
  const parts = body.split(`--${mark}`).map((part, number) => {
    // Before the first part and behind the last one stands what no reader shows.
    if (number === 0 || part.startsWith('--')) {
      const put = pass.text(part, 'text', where);
      changed ||= put !== undefined;
      return put ?? part;
    }
    const lead = /^[ \t]*\r?\n/.exec(part)?.[0] ?? '';
    const put = throughEntity(
      part.slice(lead.length),
      pass,
      `${where}, part ${number}`,
      inner,
      depth + 1,
    );
    changed ||= put !== undefined;
    return put === undefined ? part : `${lead}${put}`;
  });
  return changed ? parts.join(`--${mark}`) : undefined;
}

function throughBody(
  body: string,
  head: string,
  pass: Pass,
  where: string,
  inner: Inner,
): string | undefined {
  const encoding = /^content-transfer-encoding:[ \t]*(\S+)/im.exec(head)?.[1]?.toLowerCase() ?? '';
  if (body.trim() === '') return undefined;
  if (encoding === 'base64') {
    const put = inner(take(pass, Buffer.from(body, 'base64')), where);
    return put === undefined ? undefined : `${wrapped(Buffer.from(put).toString('base64'))}\r\n`;
  }
  if (encoding === 'quoted-printable') {
    const put = inner(take(pass, fromQuoted(body)), where);
    return put === undefined ? undefined : toQuoted(put);
  }
  const bytes = Buffer.from(body, 'latin1');
  if (
    /^content-type:[ \t]*message\//im.test(head) ||
    /^content-type:[ \t]*application\//im.test(head)
  ) {
    const put = inner(bytes, where);
    return put === undefined ? undefined : latin(put);
  }
  const { text, bytesOf } = lettersOf(bytes);
  const put = pass.text(text, 'text', where);
  return put === undefined ? undefined : latin(bytesOf(put));
}

/** RFC 2045, 6.7. */
function fromQuoted(body: string): Uint8Array {
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

function toQuoted(bytes: Uint8Array): string {
  return latin(bytes)
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(
          /[^\t -<>-~]|[ \t]$/g,
          (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
        )
        .replace(/(?:[^=]|=[0-9A-F]{2}){1,72}(?=[\s\S])/g, '$&=\r\n')
        .replace(/=\r\n$/, ''),
    )
    .join('\r\n');
}

function wrapped(base64: string): string {
  return base64.replace(/.{76}(?=.)/g, '$&\r\n');
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
