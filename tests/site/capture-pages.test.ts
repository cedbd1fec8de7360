import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { makeZip } from '../../src/capture/unpack/zip-for-tests.ts';
import { build, temporaryFolder } from './command.ts';
import { write, writeRecord, writeSettings } from './write-archive.ts';

const temporary = temporaryFolder('captures');
const content = path.join(temporary, 'content');
const folders = { content, out: path.join(temporary, 'out') };

const PARAGRAPHS = [
  'The last crane of Northport stood still on Tuesday, said Ann Teller, who had driven it for years.',
  'Import tariffs rose 10% & nobody in the harbour knew "why" that was <so>.',
];
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A saved page: a menu, a script, a cookie notice, and as much furniture as is asked for. */
function page(furniture = ''): string {
  return `<!doctype html><html lang="en"><head><title>Crane falls silent | The Harbour Post</title></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><p>Share this article</p>
<h1>Crane falls silent</h1>${PARAGRAPHS.map((text) => `<p>${escaped(text)}</p>`).join('')}
<script>document.body.append('live')</script><img src="x" onerror="document.body.append('live')">
<p>We use cookies on this website.</p>${furniture}</body></html>`;
}

function warc(html: string): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    'WARC-Target-URI: https://post.example.net/crane',
    'WARC-Date: 1999-05-05T00:00:00Z',
    'WARC-Record-ID: <urn:uuid:6d058047-ede2-4a13-be79-90c17c631dd4>',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${Buffer.byteLength(http)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${http}\r\n\r\n`;
}

function writeCaptured(slug: string, ending: string, bytes: Buffer): void {
  const file = `captures/1999/${slug}.${ending}`;
  mkdirSync(path.join(content, 'captures/1999'), { recursive: true });
  writeFileSync(path.join(content, file), bytes);
  const data = {
    title: 'Crane falls silent',
    date: '1999-05-04',
    outlet: 'harbour-post',
    source: 'harbour-post',
    people: [],
    places: [],
    capture: { file, sha256: createHash('sha256').update(bytes).digest('hex') },
  };
  const body = PARAGRAPHS.map((text) => text.replace('<', '\\<').replace('Import', '&#73;mport'));
  write(
    content,
    `articles/1999/${slug}.mdx`,
    `---\n${stringify(data)}---\n\n${body.join('\n\n')}\n`,
  );
}

const captureOf = (slug: string) =>
  readFileSync(path.join(folders.out, `articles/1999/${slug}.capture.html`), 'utf8').replaceAll(
    '&#34;',
    '&quot;',
  );

/** Words that no packer makes short, as a page with data in it has them. */
function noise(length: number): string {
  let [text, hash] = ['', 'seed'];
  while (text.length < length) {
    hash = createHash('sha512').update(hash).digest('base64url');
    text += `${hash} `;
  }
  return text;
}

before(async () => {
  writeSettings(content);
  writeRecord(content, 'outlets', 'harbour-post', { name: 'The Harbour Post', code: 'HP' });
  writeRecord(content, 'sources', 'harbour-post', { name: 'The Harbour Post', kind: 'newspaper' });
  writeCaptured('page', 'html', Buffer.from(page()));
  writeCaptured('packed', 'html.gz', gzipSync(page()));
  writeCaptured('archive', 'warc.gz', gzipSync(warc(page())));
  writeCaptured(
    'package',
    'wacz',
    makeZip([
      { name: 'archive/data.warc.gz', content: gzipSync(warc(page())) },
      {
        name: 'pages/pages.jsonl',
        content: Buffer.from(
          '{"format":"json-pages-1.0"}\n{"url":"https://post.example.net/crane"}\n',
        ),
      },
    ]),
  );
  writeCaptured(
    'large',
    'html',
    Buffer.from(page(`<p>${noise(900_000)}</p><ul>${'<li>x</li>'.repeat(9000)}</ul>`)),
  );
  writeCaptured('broken', 'pdf', Buffer.from('%PDF\0\u0001\u0002\u0003'.repeat(900)));
  await build(folders);
});

describe('The page of a capture', () => {
  for (const slug of ['page', 'packed', 'archive', 'package']) {
    it(`shows a saved page as text, each passage kept or cut with the reason: ${slug}`, () => {
      const html = captureOf(slug);
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      for (const text of ['Crane falls silent', ...PARAGRAPHS]) {
        assert.ok(main.includes(escaped(text)), text);
      }
      const cuts = [
        ...main.matchAll(/Cut <span>([^<]*)<\/span><\/p>\s*<div class="bytes"[^>]*>([^<]*)</g),
      ];
      assert.deepEqual(
        cuts.map(([, reason, text]) => [reason, text]),
        [
          ['menu or page navigation', 'Home'],
          ['sharing buttons', 'Share this article'],
          ['cookie or privacy notice', 'We use cookies on this website.'],
        ],
      );
      assert.ok(!/<script|<img|onerror|append\(/.test(main), 'nothing of it is live');
      assert.ok(!main.includes('Not found in the capture'));
      assert.equal(
        main.includes('taken out of a web archive'),
        slug === 'archive' || slug === 'package',
      );
    });
  }

  it('has at most 60 kB when it is packed, whatever the capture holds, and says what is left out', () => {
    const html = captureOf('large');
    const size = gzipSync(html, { level: 9 }).length;
    assert.ok(size <= 60_000, `${size} bytes`);
    assert.match(html, /[\d,]+ characters more/);
    for (const text of PARAGRAPHS) assert.ok(html.includes(escaped(text)));
  });

  it('says that a capture which is no text cannot be shown, and keeps its bytes', () => {
    assert.match(captureOf('broken'), /cannot be read as text/);
    assert.ok(captureOf('broken').includes('captures/1999/broken.bin'));
  });
});
