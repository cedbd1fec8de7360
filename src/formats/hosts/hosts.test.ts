import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caddyfile } from './caddy.ts';
import { headersOf } from './headers.ts';
import { headersFile } from './headers-file.ts';
import { nginxConfig } from './nginx.ts';

/** What every host must say of a page, spelled out: a change here is one of what readers are promised. */
const PROMISED: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none';script-src 'self';img-src 'self';connect-src 'self';worker-src 'self';form-action 'self';base-uri 'none';require-trusted-types-for 'script';trusted-types pressmark-search;style-src 'unsafe-inline';frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Strict-Transport-Security': 'max-age=31536000',
  'Cache-Control': 'no-cache',
};

test('a page is sent with the headers that are promised, and with no others', () => {
  assert.deepEqual(headersOf('/index.html'), PROMISED);
});

test('a capture runs nowhere and is saved rather than shown', () => {
  const headers = headersOf('/captures/1998/ferry.bin');
  assert.equal(headers['Content-Security-Policy'], "default-src 'none';sandbox");
  assert.equal(headers['Content-Disposition'], 'attachment');
  assert.equal(headers['X-Content-Type-Options'], 'nosniff');
});

test('nginx looks at the address that it serves, not at how it was spelt', () => {
  const text = nginxConfig('https://clippings.example.net/a.b/');
  assert.ok(text.includes('"~*^/a\\.b/captures/" "attachment"'));
  assert.ok(!text.includes('$request_uri'));
});

test('the file of every host holds every header that is promised', () => {
  const base = 'https://clippings.example.net/a/';
  const files = {
    _headers: headersFile(),
    Caddyfile: caddyfile(base),
    'nginx.conf': nginxConfig(base),
  };
  for (const [name, text] of Object.entries(files)) {
    for (const [header, value] of Object.entries(PROMISED)) {
      assert.ok(text.includes(header), `${name} lacks ${header}`);
      assert.ok(text.includes(value), `${name} gives ${header} another value`);
    }
    assert.ok(text.includes("default-src 'none';sandbox"), `${name} lets captures run`);
  }
});
