import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCapture } from '../open-capture.ts';
import { CaptureRefused } from '../refused.ts';

const HEAD = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/talks',
  'Subject: Talks go on',
  'Date: Wed, 6 Mar 2019 02:02:03 +0100',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----MultipartBoundary--x----"',
];
const part = (headers: readonly string[], body: string) =>
  ['------MultipartBoundary--x----', ...headers, '', body].join('\r\n');
const page = part(
  [
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.org/talks',
  ],
  '<p class=3D"a">=E2=80=9CWe go =\r\non=E2=80=9D</p>',
);
const frame = part(
  ['Content-Type: text/html', 'Content-Transfer-Encoding: base64'],
  Buffer.from('<p>frame</p>').toString('base64'),
);
const END = '------MultipartBoundary--x------\r\n';
const file = (...parts: readonly string[]) =>
  Buffer.from([HEAD.join('\r\n'), '', ...parts, END].join('\r\n'));

test('the page of a file that a browser saved whole is taken out, with its address and moment', async () => {
  const opened = await openCapture(file(frame, page), 'Talks go on.mhtml');
  assert.deepEqual(
    { ...opened, bytes: Buffer.from(opened.bytes).toString() },
    {
      kind: 'html',
      bytes: '<p class="a">“We go on”</p>\r\n',
      contentType: 'text/html; charset=utf-8',
      url: 'https://example.org/talks',
      capturedAt: '2019-03-06T01:02:03Z',
      doubts: [],
      extension: '.mhtml',
    },
  );
});

test('a part in base64 is read too', async () => {
  const opened = await openCapture(file(frame), 'x.mht');
  assert.equal(Buffer.from(opened.bytes).toString(), '<p>frame</p>');
});

for (const [what, bytes] of [
  ['without a page', file(part(['Content-Type: image/png'], 'x'))],
  ['without parts', Buffer.from(`${HEAD.join('\r\n')}\r\n\r\n`)],
  [
    'without a boundary',
    Buffer.from(
      file(page)
        .toString()
        .replace(/\tboundary.*\r\n/, ''),
    ),
  ],
] as const) {
  test(`one ${what} is refused`, async () => {
    await assert.rejects(openCapture(bytes, 'x.mhtml'), CaptureRefused);
  });
}

test('a file that stops after its page is read with a doubt, one that stops in it is refused', async () => {
  const whole = file(page, frame);
  const at = whole.indexOf('Content-Transfer-Encoding: base64');
  const { doubts } = await openCapture(whole.subarray(0, at + 40), 'x.mhtml');
  assert.match(doubts[0] ?? '', /stops before its end/);
  await assert.rejects(
    openCapture(whole.subarray(0, whole.indexOf('on=E2')), 'x.mhtml'),
    /stops before its end, in the page itself/,
  );
});
