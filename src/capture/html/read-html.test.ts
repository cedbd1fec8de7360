import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readCapture } from '../read-capture.ts';
import { CaptureRefused } from '../refused.ts';

const PARAGRAPHS = [
  'MINSK (Reuters) - The president of Belarus said on Tuesday that talks with his neighbours would go on for as long as they have to.',
  'He spoke at a meeting with regional leaders, who had come to the capital to hear about the harvest, the roads and the new power station.',
  'Import tariffs rose 10% in January, he added, and nobody in the government had been able to tell him why that was so.',
  'His visitors asked about pensions, about schools in the villages and about the price of diesel; he promised an answer before the summer.',
  'Critics of the government said that such promises had been made before, and that the answers had never come to the villages.',
];

function page({ head = '', top = '', bottom = '', lang = 'en' } = {}): string {
  return `<!DOCTYPE html><html lang="${lang}"><head><title>Talks go on, president says | The Example Times</title>${head}</head>
<body>${top}<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Talks go on, president says</h1>
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}
</article></main>
<aside><h2>Most read</h2><ul><li><a href="/x">Another story of the day</a></li><li><a href="/y">Yet another story of the day</a></li></ul></aside>
<footer><p>© 2019 The Example Times. All rights reserved.</p></footer>${bottom}</body></html>`;
}

async function read(markup: string | Uint8Array, name = 'page.html', known = {}) {
  const bytes = typeof markup === 'string' ? Buffer.from(markup) : markup;
  return (await readCapture(bytes, { name, ...known }, ['Reuters'])).reading;
}

test('the article is kept word for word, and the menu, the margin and the footer are cut', async () => {
  const reading = await read(page());
  assert.deepEqual(
    reading.passages.map(({ text }) => text),
    PARAGRAPHS,
  );
  assert.equal(reading.title, 'Talks go on, president says');
  assert.equal(reading.dateline, 'MINSK (Reuters)');
  assert.equal(reading.language, 'en');
  assert.ok(reading.publishers.includes('The Example Times'));
  assert.ok(reading.removed.some(({ text }) => text === 'Most read'));
});

for (const [source, head, body] of [
  [
    'json-ld',
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x","datePublished":"2019-03-05T23:30:00+03:00"}]}</script>',
    '',
  ],
  ['meta', '<meta property="article:published_time" content="2019-03-05T10:00:00Z">', ''],
  ['itemprop', '', '<span itemprop="datePublished" content="2019-03-05">yesterday</span>'],
  ['time', '', '<time datetime="2019-03-05T10:00">Tuesday</time>'],
  ['address', '<link rel="canonical" href="https://example.org/2019/03/05/talks.html">', ''],
  ['text', '', '<div class="published">5 March 2019</div>'],
] as const) {
  test(`a date in ${source} is found`, async () => {
    const markup = page({ head }).replace('</h1>', `</h1>${body}`);
    const [date] = (await read(markup)).dates;
    assert.equal(date?.date, '2019-03-05');
    assert.equal(date?.source, source);
  });
}

test('a Wayback copy gives the original address, the moment, and its links as they were', async () => {
  const markup = page({
    head: '<link rel="canonical" href="https://web.archive.org/web/20190306010203/https://example.org/talks">',
    top: '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><p>The Wayback Machine has many captures of this page, from the spring of 2019 to the autumn of 2021, and here they are.</p></div><!-- END WAYBACK TOOLBAR INSERT -->',
    bottom:
      '<!--\n     FILE ARCHIVED ON 01:02:03 Mar 06, 2019 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 10:00:00 Jan 02, 2024.\n-->',
  });
  const reading = await read(markup);
  assert.equal(reading.url, 'https://example.org/talks');
  assert.equal(reading.capturedAt, '2019-03-06T01:02:03Z');
  assert.equal(reading.tool, 'Wayback Machine');
  assert.deepEqual(
    reading.passages.map(({ text }) => text),
    PARAGRAPHS,
  );
});

test('a SingleFile copy gives its address and moment; pictures inside it are passed over', async () => {
  const picture = `<img src="data:image/png;base64,${'A'.repeat(3_000_000)}">`;
  const markup = page({ top: picture }).replace(
    '<html lang="en">',
    '<html lang="en"><!--\n Page saved with SingleFile \n url: https://example.org/talks \n saved date: Wed Mar 06 2019 02:02:03 GMT+0100 (Central European Standard Time)\n-->',
  );
  const reading = await read(markup);
  assert.equal(reading.url, 'https://example.org/talks');
  assert.equal(reading.capturedAt, '2019-03-06T01:02:03Z');
  assert.equal(reading.tool, 'SingleFile');
});

test('a page that a browser saved gives its address', async () => {
  const reading = await read(`<!-- saved from url=(0025)https://example.org/talks -->\n${page()}`);
  assert.equal(reading.url, 'https://example.org/talks');
});

test('a gzipped page is read as the page', async () => {
  const reading = await read(gzipSync(page()), 'page.html.gz');
  assert.deepEqual(
    reading.passages.map(({ text }) => text),
    PARAGRAPHS,
  );
});

test('legacy encodings are read by what header, page or bytes say', async () => {
  const text =
    'Президент сказал в четверг, что переговоры с соседями будут продолжаться столько, сколько потребуется обеим сторонам.';
  const markup = page({ lang: 'ru' }).replace(PARAGRAPHS[0] ?? '', text);
  const bytes = Buffer.from([...markup].map((letter) => cp1251(letter)));
  const declared = Buffer.concat([Buffer.from('<meta charset="windows-1251">'), bytes]);
  for (const [content, known] of [
    [bytes, { contentType: 'text/html; charset=windows-1251' }],
    [declared, {}],
  ] as const) {
    const reading = await read(content, 'page.html', known);
    assert.equal(reading.passages[0]?.text, text);
  }
});

function cp1251(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
}

for (const [what, markup] of [
  [
    'bot check',
    '<html><head><title>Just a moment...</title></head><body><h1>example.org</h1><p>Verifying you are human. This may take a few seconds. example.org needs to review the security of your connection before proceeding.</p></body></html>',
  ],
  [
    'error page',
    '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>The page that you are looking for has been moved or deleted, or it has never been here; try the search of our site.</p></body></html>',
  ],
  ['page without words', '<html><body><div id="app"></div></body></html>'],
  [
    'page of a menu alone',
    '<html><body><nav><a href="/">Home</a><a href="/a">News</a></nav></body></html>',
  ],
] as const) {
  test(`a ${what} is refused`, async () => {
    await assert.rejects(read(markup), CaptureRefused);
  });
}

for (const [what, markup] of [
  ['nested too deeply', `<html><body>${'<div>'.repeat(200_000)}x`],
  ['made of too many elements', `<html><body>${'<b>x</b>'.repeat(400_000)}`],
  ['far too long', `<html><body><p>${'word '.repeat(6_000_000)}</p></body></html>`],
] as const) {
  test(`markup ${what} is refused, and soon`, async () => {
    const begin = performance.now();
    await assert.rejects(read(markup), CaptureRefused);
    assert.ok(performance.now() - begin < 20_000);
  });
}
