import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openCapture } from '../open-capture.ts';
import { CaptureRefused } from '../refused.ts';
import { makeZip } from './zip-for-tests.ts';

function warc(...pages: [url: string, body: string][]): Buffer {
  return Buffer.concat(
    pages.map(([url, body]) => {
      const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`;
      return Buffer.from(
        `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`,
      );
    }),
  );
}

const pages = Buffer.from(
  '{"format":"json-pages-1.0"}\n{"url":"https://example.org/b","title":"B"}\n',
);
const archive = warc(
  ['https://example.org/frame', '<p>frame</p>'],
  ['https://example.org/b', '<p>page</p>'],
);

test('the page that the package names is taken, not the first of its archive', async () => {
  const zip = makeZip([
    { name: 'archive/data.warc.gz', content: gzipSync(archive) },
    { name: 'pages/pages.jsonl', content: pages },
  ]);
  const opened = await openCapture(zip, 'x.wacz');
  assert.equal(Buffer.from(opened.bytes).toString(), '<p>page</p>');
  assert.equal(opened.extension, '.wacz');
  assert.match(opened.doubts.join(), /1 more page/);
});

for (const name of [
  '../../x',
  '/etc/x',
  'archive/../../x.warc',
  'C:\\x',
  'archive\\..\\..\\x.warc',
]) {
  test(`a package with the path ${name} is refused`, async () => {
    const zip = makeZip([
      { name, content: Buffer.from('x') },
      { name: 'archive/data.warc', content: archive },
    ]);
    await assert.rejects(openCapture(zip, 'x.wacz'), CaptureRefused);
  });
}

test('a package that lies about a size is refused', async () => {
  const bomb = Buffer.alloc(40 * 2 ** 20);
  const zip = makeZip([{ name: 'archive/data.warc', content: bomb, size: 1000 }]);
  await assert.rejects(openCapture(zip, 'x.wacz'), CaptureRefused);
});

test('a package that honestly unfolds beyond the limit is refused before it is unpacked', async () => {
  const zip = makeZip([
    { name: 'archive/data.warc', content: Buffer.alloc(64), size: 300 * 2 ** 20 },
  ]);
  await assert.rejects(openCapture(zip, 'x.wacz'), /more than 256 MB/);
});

test('a package without an archive, and one that is cut off, are refused', async () => {
  await assert.rejects(
    openCapture(makeZip([{ name: 'a.txt', content: pages }]), 'x.wacz'),
    /no web archive/,
  );
  const zip = makeZip([{ name: 'archive/data.warc', content: archive }]);
  await assert.rejects(openCapture(zip.subarray(0, zip.length - 10), 'x.wacz'), CaptureRefused);
});
