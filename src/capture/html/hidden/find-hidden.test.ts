import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from '../read-html.ts';
import type { LinkedSheets } from './style-texts.ts';

const PLANTED =
  'This sentence was planted by somebody and no reader of the page has ever seen a word of it on any screen.';

function paragraph(at: number): string {
  return `<p>The committee of village ${at} met on the shore on a cold morning and agreed that the water had risen again since spring, word${at}.</p>`;
}

function page(planted: string, head = '', body = ''): string {
  return `<!doctype html><html lang="en"><head><title>Story of the lake</title>${head}</head><body${body}><article><h1>Story of the lake</h1>${paragraph(1)}${paragraph(2)}${planted}${paragraph(3)}${paragraph(4)}</article></body></html>`;
}

function look(markup: string, sheets: LinkedSheets = new Map()) {
  const reading = readHtml(markup, { credits: [], url: 'https://example.org/a/', sheets });
  const words = reading.passages.map(({ text }) => text);
  return {
    words,
    kept: words.some((text) => text.includes('planted')),
    shown: words.filter((text) => text.includes('committee')).length,
    removed: reading.removed.find(({ text }) => text.includes('planted')),
    doubts: reading.doubts.join('\n'),
  };
}

const HIDING: readonly string[] = [
  'display:none',
  'DISPLAY : NONE !important',
  'display:n\\6fne',
  'visibility:hidden',
  'visibility:collapse',
  'font-size:0',
  'font-size:0.5px',
  'font-size:1%',
  'font:0/0 a',
  'font-size:calc(1em - 16px)',
  'width:0;overflow:hidden',
  'height:0;overflow:hidden',
  'height:1px;width:1px;overflow:clip',
  'max-height:0;overflow:hidden',
  'line-height:0;overflow:hidden',
  'opacity:0',
  'opacity:1%',
  'filter:opacity(0)',
  'position:absolute;left:-9999px',
  'position:fixed;top:-100em',
  'position:absolute;inset:0 auto auto -200vw',
  'position:absolute;right:110%',
  'position:relative;left:-3000px',
  'position:absolute;left:calc(-1 * 9999px)',
  'margin-left:-9999px',
  'margin:-5000px 0 0',
  'text-indent:-9999px',
  'text-indent:100%;white-space:nowrap;overflow:hidden',
  'transform:translateX(-9999px)',
  'transform:translate(0,-300vh)',
  'translate:-9999px',
  'transform:scale(0)',
  'scale:0',
  'transform:matrix(0,0,0,0,0,0)',
  'transform:rotateY(90deg)',
  'position:absolute;clip:rect(0 0 0 0)',
  'position:absolute!important;clip:rect(1px,1px,1px,1px)',
  'clip-path:inset(50%)',
  'clip-path:inset(0 100% 0 0)',
  'clip-path:circle(0)',
  'clip-path:polygon(0 0,0 0,0 0)',
  'color:#fff',
  'color:white;background:#fefefe',
  'background-color:rgb(20 20 20);color:#151515',
  'background:linear-gradient(#fff,#fff);color:hsl(0 0% 100%)',
  'color:transparent',
  'color:rgba(0,0,0,.01)',
  '-webkit-text-fill-color:transparent',
  'content-visibility:hidden',
  'letter-spacing:-1em',
  '--a:none;display:var(--a)',
];

for (const style of HIDING) {
  test(`words that are hidden by “${style}” are left out, and it is said`, () => {
    for (const found of [
      look(page(`<p style="${style}">${PLANTED}</p>`)),
      look(page(`<p class="x">${PLANTED}</p>`, `<style>.x{${style}}</style>`)),
      look(page(`<div style="${style}"><p>${PLANTED}</p></div>`)),
    ]) {
      assert.equal(found.kept, false);
      assert.equal(found.shown, 4);
      assert.match(found.removed?.reason ?? '', /^hidden on the page \(/);
      assert.match(found.doubts, /Left out because readers of the page can’t see it/);
    }
  });
}

const SHOWN: readonly string[] = [
  'display:block',
  'opacity:.4',
  'font-size:9px',
  'height:0',
  'height:0;padding-bottom:56%;overflow:hidden',
  'height:0;overflow:visible',
  'text-indent:2em',
  'text-indent:-2em',
  'position:relative;left:-20px',
  'margin-left:-40px',
  'position:static;left:-9999px',
  'clip:rect(0 0 0 0)',
  'transform:translate(0,10px) scale(.9)',
  'clip-path:inset(5px round 3px)',
  'color:#ccc',
  'color:#fff;background:#000',
  'color:#fff;background:url(x.png)',
  'color:transparent;background-clip:text;background-image:linear-gradient(red,blue)',
  'color:#fff;text-shadow:0 0 2px #000',
  'font-size:0;font-size:1rem',
  'display:none;display:block',
];

for (const style of SHOWN) {
  test(`words with “${style}” are kept`, () => {
    assert.equal(look(page(`<p style="${style}">${PLANTED}</p>`)).kept, true);
    assert.equal(
      look(page(`<p class="x">${PLANTED}</p>`, `<style>.x{${style}}</style>`)).kept,
      true,
    );
  });
}

const x = `<p class="x" id="i" data-k="v">${PLANTED}</p>`;
const RULES: readonly (readonly [css: string, hides: boolean])[] = [
  ['p.x{opacity:0} .x{opacity:1}', true],
  ['.x{opacity:1} p.x{opacity:0}', true],
  ['.x{opacity:0!important} #i{opacity:1}', true],
  ['#i{display:none} .x{display:block}', true],
  ['.x{display:none} #i{display:block}', false],
  ['[data-k=v]{display:none}', true],
  ['article > p:not(.y):nth-of-type(3){display:none}', true],
  ['article p + p.x{display:none}', true],
  ['article{& .x{display:none}}', true],
  ['article{.x{display:none}}', true],
  ['article{p{&.x{font-size:0}}}', true],
  ['article{&:hover .x{display:none}}', false],
  ['.x:hover{display:none}', false],
  ['.x::before{display:none}', false],
  ['.x:not(:hover){display:none}', true],
  [':is(.x,.y){display:none}', true],
  ['.x,.y::after{display:none}', true],
  ['@media screen{.x{display:none}}', true],
  ['@media print{.x{display:none}}', false],
  ['@media (max-width:600px){.x{display:none}}', false],
  ['@media (min-width:601px){.x{display:none}}', false],
  ['@media (min-width:601px){.x{display:none}} @media (max-width:600px){.x{opacity:0}}', true],
  ['@media (width >= 100px){.x{display:none}}', true],
  ['@media not print{.x{display:none}}', true],
  ['.x{display:none} @media (min-width:601px){.x{display:block}}', false],
  ['@media (prefers-color-scheme:dark){.x{display:none}}', false],
  ['@supports (display:grid){.x{display:none}}', true],
  ['@supports not (display:grid){.x{display:none}}', false],
  ['@layer a{#i{display:block}} .x{display:none}', true],
  ['@layer a{#i{display:none}} .x{display:block}', false],
  ['@layer a,b; @layer b{.x{opacity:0}} @layer a{#i{opacity:1}}', true],
  ['.x{opacity:0;animation:in 1s forwards} @keyframes in{to{opacity:1}}', false],
  ['.x{opacity:1;animation:out 1s forwards} @keyframes out{to{opacity:0}}', true],
  [':root{--n:none} .x{display:var(--n)}', true],
  ['.x{display:var(--n,none)}', true],
  ['.x{/* display:block */display:none/*;display:block*/}', true],
  ['.x{display:none', true],
  ['}} .x{display:none}', false],
  ['{} .x{display:none}', true],
  ['.y{content:"}"} .x{display:none}', true],
  ['.y{--z:{a:b};} .x{display:none}', true],
  ['<!-- .x{display:none} -->', true],
  ['@font-face{src:url(a)} .x{display:none}', true],
  ['@import url(data:text/css,.x%7Bdisplay:none%7D);', true],
  ['.\\78 {display:none}', true],
];

for (const [css, hides] of RULES) {
  test(`“${css}” ${hides ? 'hides' : 'does not hide'} a paragraph`, () =>
    assert.equal(look(page(x, `<style>${css}</style>`)).kept, !hides));
}

test('attributes hide too, and others do not', () => {
  for (const hidden of [
    `<p hidden>${PLANTED}</p>`,
    `<font color=white>${PLANTED}</font>`,
    `<dialog>${PLANTED}</dialog>`,
    `<div popover>${PLANTED}</div>`,
    `<template><p>${PLANTED}</p></template>`,
    `<noscript><p>${PLANTED}</p></noscript>`,
    `<p class="sr-only">${PLANTED}</p>`,
    `<p class="visually-hidden">${PLANTED}</p>`,
    `<table bgcolor="#202020"><tr><td><font color="#202020">${PLANTED}</font></td></tr></table>`,
  ]) {
    const found = look(page(hidden));
    assert.deepEqual([found.kept, found.shown], [false, 4], hidden);
  }
  for (const shown of [
    `<p aria-hidden="true">${PLANTED}</p>`,
    `<details><summary>More</summary><p>${PLANTED}</p></details>`,
    `<p hidden="until-found">${PLANTED}</p>`,
    `<div style="font-size:0"><p style="font-size:16px">${PLANTED}</p></div>`,
    `<div style="visibility:hidden"><p style="visibility:visible">${PLANTED}</p></div>`,
    `<div style="color:#fff"><p style="color:#000">${PLANTED}</p></div>`,
  ])
    assert.equal(look(page(shown)).kept, true, shown);
});

test('words hidden inside a paragraph are taken out of it, and the others stay in their places', () => {
  const found = look(
    page(
      `<p>The gauge <span style="font-size:0">planted</span>had been moved, and nobody in the hall could say <b>why</b> that was.</p>`,
    ),
  );
  assert.ok(
    found.words.includes(
      'The gauge had been moved, and nobody in the hall could say why that was.',
    ),
  );
  assert.equal(found.removed?.text, 'planted');
});

test('a style sheet that came with the page counts, and one that did not leaves colours open', () => {
  const link = '<link rel="stylesheet" href="/s.css">';
  const sheets = new Map([['https://example.org/s.css', '@import "t.css"; .y{color:red}']]);
  const imported = new Map([...sheets, ['https://example.org/t.css', '.x{display:none}']]);
  assert.equal(look(page(x, link), sheets).kept, true);
  assert.equal(look(page(x, link), imported).kept, false);
  assert.equal(look(page(`<p style="color:#fff">${PLANTED}</p>`, link)).kept, true);
});

test('an article that is hidden until scripts show it is kept, with a doubt', () => {
  for (const markup of [
    page('', '', ' style="opacity:0"'),
    page('', '<style>article{visibility:hidden}</style>'),
    page('', '<style>p{opacity:0;transition:opacity 1s}</style>'),
    page('', '<style>p:nth-of-type(n+2){opacity:0}</style>'),
  ]) {
    const found = look(markup);
    assert.equal(found.shown, 4);
    assert.match(found.doubts, /hidden when the page opens/);
  }
});

test('words over a picture that have the colour of the page raise a doubt', () => {
  const found = look(
    page(`<div style="position:absolute"><p style="color:#fff">${PLANTED}</p></div>`),
  );
  assert.equal(found.kept, true);
  assert.match(found.doubts, /may not see “This sentence was planted/);
});
