import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openCapture } from '../open-capture.ts';
import { CaptureRefused } from '../refused.ts';

const PAGE = '<html><body><article><p>Words of the page.</p></article></body></html>';

function record(headers: Record<string, string>, content: string | Buffer): Buffer {
  const body = Buffer.from(content);
  const lines = Object.entries({
    ...headers,
    'Content-Length': headers['Content-Length'] ?? String(body.length),
  });
  const head = `WARC/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
}

function response(body: Buffer | string, headers = '', more: Record<string, string> = {}): Buffer {
  const http = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${headers}\r\n`),
    Buffer.from(body),
  ]);
  return record(
    {
      'WARC-Type': 'response',
      'WARC-Target-URI': 'https://example.org/a.html',
      'WARC-Date': '2019-03-05T10:00:00Z',
      'Content-Type': 'application/http; msgtype=response',
      ...more,
    },
    http,
  );
}

const info = record(
  { 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' },
  'software: Capturer 1.0\r\n',
);
const redirect = record(
  {
    'WARC-Type': 'response',
    'WARC-Target-URI': 'https://example.org/',
    'Content-Type': 'application/http',
  },
  'HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\nLocation: /a.html\r\n\r\n<p>moved</p>',
);

for (const [name, message] of [
  ['as it is', response(PAGE)],
  ['gzipped', response(gzipSync(PAGE), 'Content-Encoding: gzip\r\n')],
  [
    'in chunks',
    response(
      `5\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)}\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`,
      'Transfer-Encoding: chunked\r\n',
    ),
  ],
  ['joined, with the headers of chunks left', response(PAGE, 'Transfer-Encoding: chunked\r\n')],
] as const) {
  test(`a page that the archive holds ${name} is taken out of it, not the redirect before it`, async () => {
    const opened = await openCapture(Buffer.concat([info, redirect, message]), 'x.warc');
    assert.equal(Buffer.from(opened.bytes).toString(), PAGE);
    assert.equal(opened.url, 'https://example.org/a.html');
    assert.equal(opened.capturedAt, '2019-03-05T10:00:00Z');
    assert.equal(opened.tool, 'Capturer 1.0');
    assert.equal(opened.extension, '.warc');
  });
}

test('records that are gzipped one by one are read as one archive', async () => {
  const opened = await openCapture(
    Buffer.concat([gzipSync(info), gzipSync(response(PAGE))]),
    'x.warc.gz',
  );
  assert.equal(Buffer.from(opened.bytes).toString(), PAGE);
  assert.equal(opened.extension, '.warc.gz');
});

for (const [lie, length] of [
  ['too long', '99999999'],
  ['too short', '40'],
  ['no number', '-1'],
  ['beyond all numbers', '99999999999999999999'],
]) {
  test(`a record whose length is a lie (${lie}) is refused`, async () => {
    const bytes = Buffer.concat([
      info,
      response(PAGE, '', { 'Content-Length': length ?? '' }),
      redirect,
    ]);
    await assert.rejects(openCapture(bytes, 'x.warc'), CaptureRefused);
  });
}

test('an archive without a page is refused', async () => {
  await assert.rejects(openCapture(Buffer.concat([info, redirect]), 'x.warc'), /holds no page/);
});

test('gzip that unfolds beyond the limit is refused, and quickly', async () => {
  const bomb = gzipSync(Buffer.alloc(300 * 2 ** 20));
  assert.ok(bomb.length < 400_000);
  await assert.rejects(openCapture(bomb, 'x.html.gz'), /more than 256 MB/);
});

test('gzip that is cut off is refused', async () => {
  await assert.rejects(openCapture(gzipSync(PAGE).subarray(0, 30), 'x.html.gz'), /damaged/);
});

test('an archive that stops behind its page is read, and says that its end is missing', async () => {
  const whole = Buffer.concat([info, response(PAGE), info]);
  for (const [name, bytes] of [
    ['x.warc', whole.subarray(0, -20)],
    ['x.warc.gz', gzipSync(whole).subarray(0, -9)],
    [
      'y.warc.gz',
      Buffer.concat([gzipSync(response(PAGE)), gzipSync(info), gzipSync(info).subarray(0, 40)]),
    ],
  ] as const) {
    const opened = await openCapture(bytes, name);
    assert.equal(Buffer.from(opened.bytes).toString(), PAGE);
    assert.match(opened.doubts.join(' '), /stops (?:in the middle of a record|before its end)/);
  }
});

test('an archive that stops inside its page is refused', async () => {
  const whole = Buffer.concat([info, response(PAGE)]);
  await assert.rejects(openCapture(whole.subarray(0, -30), 'x.warc'), CaptureRefused);
  await assert.rejects(openCapture(gzipSync(whole).subarray(0, -30), 'x.warc.gz'), CaptureRefused);
});

test('a page that its archive or its header calls cut off raises a doubt', async () => {
  const cut = response(PAGE, '', { 'WARC-Truncated': 'time' });
  assert.match((await openCapture(cut, 'x.warc')).doubts.join(), /cut off .*\(time\)/);
  const short = response(PAGE, 'Content-Length: 90000\r\n');
  assert.match((await openCapture(short, 'x.warc')).doubts.join(), /than its header says/);
});

test('style sheets that the archive holds come with the page', async () => {
  const css = record(
    {
      'WARC-Type': 'response',
      'WARC-Target-URI': 'https://example.org/s.css',
      'Content-Type': 'application/http',
    },
    'HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\n.x{display:none}',
  );
  const { sheets } = await openCapture(Buffer.concat([response(PAGE), css]), 'x.warc');
  assert.deepEqual([...(sheets ?? [])], [['https://example.org/s.css', '.x{display:none}']]);
});
