import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relativeAssets } from './relative-assets.ts';

test('what Astro made for a page is found from wherever the site is put', () => {
  const html =
    '<script type="module" src="/assets/a.js"></script><img src="/assets/b.webp" srcset="/assets/b.webp 1x, /assets/c.webp 2x"><style>p{background:url(/assets/d.png)}</style>';
  assert.equal(
    relativeAssets(html, '/press'),
    '<script type="module" src="./assets/a.js"></script><img src="./assets/b.webp" srcset="./assets/b.webp 1x, ./assets/c.webp 2x"><style>p{background:url(./assets/d.png)}</style>',
  );
  assert.match(relativeAssets(html, '/years/2019/press/'), /src="\.\.\/\.\.\/assets\/a\.js"/);
});

test('text, links and other hosts are left alone', () => {
  const html =
    '<p>src="/assets/a.js"</p><a href="/assets/">A</a><img src="https://x.org/assets/b.png"><img src="pictures/assets/c.png">';
  assert.equal(relativeAssets(html, '/press'), html);
});
