import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pruneStyles } from './prune-styles.ts';

const HERE = new Set(['astro-aaaaaaaa', 'astro-cccccccc']);
const prune = (css: string) => pruneStyles(css, HERE);

test('what is scoped to a component that the page does not have is left out, in groups of rules too', () => {
  assert.equal(
    prune('.x:where(.astro-aaaaaaaa){a:b;& i{c:d}}.y:where(.astro-bbbbbbbb){a:b;& i{c:d}}z{e:f}'),
    '.x:where(.astro-aaaaaaaa){a:b;& i{c:d}}z{e:f}',
  );
  assert.equal(
    prune(
      '@layer a{@media print{.y:where(.astro-bbbbbbbb){a:b}}}@layer b{.y.astro-bbbbbbbb{a:b}i{c:d}}',
    ),
    '@layer b{i{c:d}}',
  );
});

test('of a list of selectors those are left that can meet something', () => {
  assert.equal(
    prune('.x:where(.astro-aaaaaaaa),.y:where(.astro-bbbbbbbb) i,.z:is(.a,.b){a:b}'),
    '.x:where(.astro-aaaaaaaa),.z:is(.a,.b){a:b}',
  );
  assert.equal(prune('.x.astro-aaaaaaaa>.y.astro-bbbbbbbb{a:b}'), '');
});

test('what has no scope is left as it is: layers, fonts, keyframes, strings, comments', () => {
  const css =
    '@layer a,b;@font-face{src:x}@keyframes k{0%{a:b}}i:before{content:"}{;\\""}/*! } */[a="b,c"].d{e:f}\n';
  assert.equal(prune(css), css);
  assert.equal(prune('[a="b,c"].astro-bbbbbbbb,.d{e:f}'), '[a="b,c"].astro-bbbbbbbb,.d{e:f}');
});
