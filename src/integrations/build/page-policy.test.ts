import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { withPolicy } from './page-policy.ts';

const META = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
const hashOf = (css: string) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

test('the styles of a page come into one element, in their order, and its policy has the hash of it', () => {
  const page = `<head>${META}<style>@layer a,b;</style><link><style>i{}\n</style><style>b{content:"$&"}</style></head><body>`;
  const css = '@layer a,b;i{}\nb{content:"$&"}';
  const made = withPolicy(page);
  assert.ok(made.includes(`<style>${css}</style><link></head><body>`), made);
  assert.ok(made.includes(`style-src ${hashOf(css)}"`), made);
  assert.ok(made.includes("default-src 'none';script-src 'self'"), made);
});

test('what a style element in the body holds counts too, and stays where it is', () => {
  const made = withPolicy(
    `<head>${META}<style>a{}</style></head><body><style media="print">b{}</style>`,
  );
  assert.ok(made.includes(`style-src ${hashOf('a{}')} ${hashOf('b{}')}"`), made);
  assert.ok(made.endsWith('<body><style media="print">b{}</style>'), made);
});

test('a page without styles lets none in', () => {
  assert.match(withPolicy(`<head>${META}</head><body>`), /style-src 'none'/);
});

test('a page that leaves no room for a policy is left alone', () => {
  for (const page of [
    '<head><style>a{}</style></head>',
    `<p>${META.replace('none', 'self')}`,
    '',
  ]) {
    assert.equal(withPolicy(page), page);
  }
});

test('a policy that stands in the text of a page is not taken for its own', () => {
  const page = `<head>${META}</head><body><p>${META.replaceAll('<', '&lt;')}</p>`;
  assert.equal(withPolicy(page).split('script-src').length, 2);
});
