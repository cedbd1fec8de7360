import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { findPrivate, summarise } from './find.ts';
import { PRIVATE_KINDS } from './kinds.ts';
import { ORDINARY_PAGES } from './ordinary.fixture.ts';
import { redactPrivate } from './redact.ts';
import { page, record, SECRET_CAPTURES } from './secrets.fixture.ts';

for (const { name, kind, bytes, secrets } of SECRET_CAPTURES) {
  test(`${name}: found, not shown, and not in a redacted copy`, () => {
    const finds = findPrivate(bytes);
    assert.ok(finds.some((find) => find.kind === kind));
    const shown = JSON.stringify(summarise(finds));
    const copy = redactPrivate(bytes);
    assert.ok(copy !== undefined);
    assert.deepEqual(findPrivate(copy.bytes), []);
    for (const secret of secrets) {
      assert.ok(!shown.includes(secret));
      assert.ok(!Buffer.from(copy.bytes).toString('latin1').includes(secret));
      assert.ok(!copy.removed.join().includes(secret));
    }
  });
}

test('every kind but the damaged part has a capture, of which there are thirty and more', () => {
  const kinds = new Set(SECRET_CAPTURES.map(({ kind }) => kind));
  assert.ok(SECRET_CAPTURES.length >= 30);
  assert.deepEqual([...kinds, 'unread'].sort(), Object.keys(PRIVATE_KINDS).sort());
});

test('nothing is found on two hundred ordinary pages, as they are, packed or in an archive', () => {
  assert.equal(new Set(ORDINARY_PAGES).size, 200);
  for (const text of ORDINARY_PAGES) {
    const html = Buffer.from(text);
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: nginx\r\nVary: Accept-Encoding, Cookie\r\n\r\n${text}`;
    const archive = Buffer.concat([
      record('warcinfo', '', 'software: Capturer 1.0\r\nformat: WARC File Format 1.1\r\n'),
      record('response', 'https://post.example.net/2019/crane?utm_source=a&via=b', http),
    ]);
    for (const bytes of [html, gzipSync(html), archive]) assert.deepEqual(findPrivate(bytes), []);
  }
});

/** Secrets that stand for themselves, wherever in a page they are put. */
const LOOSE = fc.oneof(
  fc.stringMatching(/^AKIA[A-Z2-7]{16}$/),
  fc.stringMatching(/^ghp_[A-Za-z0-9]{36}$/),
  fc.stringMatching(/^sk_live_[A-Za-z0-9]{24}$/),
  fc
    .stringMatching(/^[a-z]{3,9}[0-9]{2}$/)
    .map((name) => `This email was sent to ${name}@letters.example.net`),
  fc
    .stringMatching(/^[a-f][0-9][a-f0-9]{14}$/)
    .map((id) => `https://post.example.net/a?utm_source=x&mc_eid=${id}`),
  fc
    .stringMatching(/^[a-f][0-9][a-f0-9]{22}$/)
    .map((id) => `https://post.example.net/a?PHPSESSID=${id}`),
);

const quoted = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte > 32 && byte < 127 && byte !== 61
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
    .replace(/((?:[^=]|=..){70})(?=.)/g, '$1=\r\n');
const part = (encoding: string, body: string) =>
  Buffer.from(
    `From: <Saved by Blink>\r\nSubject: A\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--b--\r\n`,
  );
const answer = (headers: string, body: Buffer) =>
  record(
    'response',
    'https://post.example.net/a',
    Buffer.concat([
      Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`),
      body,
    ]),
  );
const inChunks = (body: Buffer) =>
  Buffer.concat([
    ...Array.from({ length: Math.ceil(body.length / 97) }, (_, at) => {
      const piece = body.subarray(at * 97, at * 97 + 97);
      return Buffer.concat([
        Buffer.from(`${piece.length.toString(16)}\r\n`),
        piece,
        Buffer.from('\r\n'),
      ]);
    }),
    Buffer.from('0\r\n\r\n'),
  ]);

const CONTAINERS: Readonly<Record<string, (page: string) => Buffer>> = {
  plain: (text) => Buffer.from(text),
  gzip: (text) => gzipSync(text),
  'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  WARC: (text) => answer('', Buffer.from(text)),
  'WARC in chunks': (text) => answer('Transfer-Encoding: chunked\r\n', inChunks(Buffer.from(text))),
  'WARC with gzip in chunks': (text) =>
    answer('Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n', inChunks(gzipSync(text))),
  'WARC with brotli': (text) => answer('Content-Encoding: br\r\n', brotliCompressSync(text)),
  'gzipped WARC': (text) => gzipSync(answer('', Buffer.from(text))),
  'MHTML, quoted': (text) => part('quoted-printable', quoted(text)),
  'MHTML, base64': (text) =>
    part('base64', Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')),
  'base64 in a script': (text) =>
    Buffer.from(`<script>var a="${Buffer.from(text).toString('base64')}"</script>`),
};

test('a secret anywhere in a page is found in every container, and none is in the redacted copy', () => {
  fc.assert(
    fc.property(
      LOOSE,
      fc.constantFrom(...Object.keys(CONTAINERS)),
      fc.constantFrom('head', 'foot'),
      fc.nat(400),
      (secret, container, place, letters) => {
        const around = `${'wave '.repeat(letters)}<p>${secret}</p>${'shore '.repeat(letters)}`;
        const bytes = (CONTAINERS[container] as (text: string) => Buffer)(
          page({ [place]: `<div>${around}</div>` }).replaceAll('“', '"'),
        );
        assert.ok(findPrivate(bytes).length > 0);
        const copy = redactPrivate(bytes);
        assert.ok(copy !== undefined);
        assert.deepEqual(findPrivate(copy.bytes), []);
      },
    ),
    { numRuns: 150 },
  );
});

test('what is cut off, damaged or locked is not vouched for', () => {
  const archive = gzipSync(page());
  const rows = [
    archive.subarray(0, archive.length - 20),
    answer('Content-Encoding: zzz\r\n', Buffer.from([1, 2, 3, 0, 255, 1, 8])),
    Buffer.concat([
      answer('', Buffer.from(page())),
      Buffer.from('WARC/1.1\r\nContent-Length: 99999\r\n\r\nrest'),
    ]),
    Buffer.from('PK\x03\x04 this is no archive'),
  ];
  for (const bytes of rows) assert.ok(findPrivate(bytes).some(({ kind }) => kind === 'unread'));
});

test('a redacted web archive has the lengths and digests of what stands in it', () => {
  const bytes = SECRET_CAPTURES.find(({ name }) => name === 'cookie of a request')?.bytes;
  const copy = redactPrivate(bytes ?? Buffer.alloc(0));
  const text = Buffer.from(copy?.bytes ?? []).toString('latin1');
  assert.match(text, /Cookie: REMOVED-cookie/);
  const heads = [...text.matchAll(/WARC\/1\.1[\s\S]*?Content-Length: (\d+)\r\n\r\n/g)];
  assert.equal(heads.length, 3);
  for (const { 0: head, 1: length, index } of heads) {
    assert.equal(text.slice(index + head.length + Number(length)).slice(0, 4), '\r\n\r\n');
  }
});

const HOSTILE: Readonly<Record<string, (count: number) => string>> = {
  'words of unsubscribing': (count) => 'unsubscribe '.repeat(count),
  'links without an end': (count) => '<a href='.repeat(count),
  'inputs without an end': (count) => '<input name=_token '.repeat(count),
  parameters: (count) => `https://a.example/?${'token=abcdefgh12345678&'.repeat(count)}`,
  tokens: (count) => '-eyJhbGciOiJIUzI1'.repeat(count),
  'letters of base64': (count) => 'QUJD'.repeat(count),
  addresses: (count) => 'list-manage.com/?'.repeat(count),
  braces: (count) => `${'user={'.repeat(count)}@`,
  entities: (count) => '&amp;'.repeat(count),
};

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`${name} by the ten thousand cost time that grows with them`, () => {
    const time = (count: number) => {
      const bytes = Buffer.from(text(count));
      const from = performance.now();
      findPrivate(bytes);
      return performance.now() - from;
    };
    time(500);
    const [few, many] = [time(5_000), time(25_000)];
    assert.ok(many < 60 * Math.max(few, 20), `${few} ms and ${many} ms`);
    assert.ok(many < 20_000, `${many} ms`);
  });
}
