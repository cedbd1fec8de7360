import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentPolicy } from '../model/policy.ts';
import { offlinePage } from './page.ts';

const page = (policy: string) =>
  `<head><meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module" src="../assets/start.js"></script><link rel="modulepreload" href="assets/search.js"></head>`;

test('a page of the edition runs a classic script, fetches nothing and lets forms lead on', () => {
  const offline = offlinePage(page(contentPolicy(['sha256-abc='])), '/a/b.html');
  assert.match(offline, /<script defer src="\.\.\/assets\/start\.js">/);
  assert.match(offline, /form-action 'self' file:;/);
  assert.match(
    offline,
    /default-src 'none';script-src 'self';img-src 'self';.*;style-src 'sha256-abc='/,
  );
  assert.match(offline, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(offline, /modulepreload|connect-src|worker-src|type="module"/);
});

test('a page with another head than the one that is known stops the edition', () => {
  const other = page(contentPolicy(['sha256-abc='])).replace("form-action 'self'", '');
  assert.throws(() => offlinePage(other, '/a.html'), /\/a\.html has no .*form-action/);
  const script = '<script type="module" src="assets/start.js"></script>';
  assert.throws(() => offlinePage(script, '/b.html'), /\/b\.html has no/);
});

test('a page of the archive’s own is taken over as it is', () => {
  const own =
    '<head><title>Press</title></head><script type="module" src="./assets/own.js"></script>';
  assert.equal(offlinePage(own, '/press.html'), own);
});

test('a redirect is taken over as it is', () => {
  const redirect = '<meta http-equiv="refresh" content="0;url=b.html">';
  assert.equal(offlinePage(redirect, '/a.html'), redirect);
});
