import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import {
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  request,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createStaticServer } from './static-server.ts';

const page = `<!doctype html><title>Лукашэнка</title>${'<p>Belarus, Russia and the West</p>'.repeat(50)}`;
const folder = mkdtempSync(join(tmpdir(), 'pressmark-static-'));
const root = join(folder, 'site');
const servers: Server[] = [];

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks with a raw path: fetch would tidy `..` away before the server sees it. */
function ask(
  server: Server,
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', path, headers, method, agent: false },
      (got) => {
        const parts: Buffer[] = [];
        got.on('data', (part: Buffer) => parts.push(part));
        got.on('end', () =>
          resolve({ status: got.statusCode, headers: got.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    sent.on('error', reject).end();
  });
}

async function serve(options: Parameters<typeof createStaticServer>[0]): Promise<Server> {
  const server = createStaticServer(options);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

let site: Server;

before(async () => {
  mkdirSync(join(root, 'dir', 'bare'), { recursive: true });
  writeFileSync(join(root, 'index.html'), page);
  writeFileSync(join(root, '404.html'), '<title>Not here</title>');
  writeFileSync(join(root, 'dir', 'index.html'), 'in dir');
  writeFileSync(join(root, 'a b.txt'), 'spaced');
  writeFileSync(join(root, 'empty.bin'), '');
  writeFileSync(join(root, 'digits.bin'), '0123456789');
  for (const name of ['x.css', 'x.js', 'x.json', 'x.svg', 'x.xml', 'x.wasm', 'x.pf_meta']) {
    writeFileSync(join(root, name), '');
  }
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'site-beside'));
  writeFileSync(join(folder, 'site-beside', 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'leak.txt'));
  symlinkSync(join(folder, 'site-beside'), join(root, 'leak'));
  symlinkSync(join(root, 'a b.txt'), join(root, 'inside.txt'));
  symlinkSync(root, join(folder, 'current'));
  site = await serve({ root });
});

after(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

describe('what a path names', () => {
  test('files, folders with an index, encoded names, links that stay inside', async () => {
    assert.equal((await ask(site, '/')).body.toString(), page);
    assert.equal((await ask(site, '/index.html?q=1')).body.toString(), page);
    assert.equal((await ask(site, '/dir/')).body.toString(), 'in dir');
    assert.equal((await ask(site, '/a%20b.txt')).body.toString(), 'spaced');
    assert.equal((await ask(site, '/inside.txt')).body.toString(), 'spaced');
  });

  test('a folder without its slash redirects, but only to an index that is there', async () => {
    const { status, headers } = await ask(site, '/dir?q=1');
    assert.deepEqual([status, headers.location], [301, '/dir/?q=1']);
    assert.equal((await ask(site, '/dir/bare')).status, 404);
    assert.equal((await ask(site, '/dir/bare/')).status, 404);
  });

  test('the unknown gets the 404 page of the site', async () => {
    const { status, headers, body } = await ask(site, '/no/such.html');
    assert.deepEqual([status, headers['content-type']], [404, 'text/html; charset=utf-8']);
    assert.equal(body.toString(), '<title>Not here</title>');
  });

  const refused = [
    '/../secret.txt',
    '/dir/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/dir%2findex.html',
    '/dir%5cindex.html',
    '/dir/..\\..\\secret.txt',
    '/../site-beside/secret.txt',
    '//dir/',
    '/dir//index.html',
    '/./index.html',
    '/index.html/',
    '/index.html%00.txt',
    '/%ff',
    '/%',
    '/leak.txt',
    '/leak/secret.txt',
    '//127.0.0.1/dir',
    `/${'long'.repeat(2000)}`,
  ];
  for (const path of refused) {
    test(`refuses ${path.slice(0, 40)}`, async () => {
      const { status, body } = await ask(site, path);
      assert.equal(status, 404);
      assert.doesNotMatch(body.toString(), /secret|in dir/);
    });
  }

  test('a site below a path, and a site that is a link', async () => {
    const below = await serve({ root: join(folder, 'current'), under: '/press/archive/' });
    assert.equal((await ask(below, '/press/archive/')).body.toString(), page);
    assert.equal((await ask(below, '/press/archive')).headers.location, '/press/archive/');
    assert.equal((await ask(below, '/press/archive/dir')).headers.location, '/press/archive/dir/');
    const outside = await ask(below, '/index.html');
    assert.deepEqual([outside.status, outside.body.toString()], [404, '<title>Not here</title>']);
  });

  test('a site without a 404 page still says 404', async () => {
    const bare = await serve({ root: join(root, 'dir') });
    const { status, headers } = await ask(bare, '/x');
    assert.deepEqual([status, headers['content-type']], [404, 'text/plain; charset=utf-8']);
  });
});

describe('how it is sent', () => {
  test('media types, never guessed by the browser', async () => {
    const types: Record<string, string> = {
      '/': 'text/html; charset=utf-8',
      '/x.css': 'text/css; charset=utf-8',
      '/x.js': 'text/javascript; charset=utf-8',
      '/x.json': 'application/json',
      '/x.svg': 'image/svg+xml',
      '/x.xml': 'application/xml',
      '/x.wasm': 'application/wasm',
      '/x.pf_meta': 'application/octet-stream',
      '/digits.bin': 'application/octet-stream',
      '/a%20b.txt': 'text/plain; charset=utf-8',
    };
    for (const [path, type] of Object.entries(types)) {
      const { headers } = await ask(site, path);
      assert.equal(headers['content-type'], type, path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
    }
  });

  test('compressed as accepted, each form with its own tag', async () => {
    const brotli = await ask(site, '/', { 'Accept-Encoding': 'gzip, deflate, br' });
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(brotli.body).toString(), page);
    const gzip = await ask(site, '/', { 'Accept-Encoding': 'gzip, br;q=0' });
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    assert.equal(gunzipSync(gzip.body).toString(), page);
    const plain = await ask(site, '/');
    assert.equal(plain.headers['content-encoding'], undefined);
    const tags = [brotli, gzip, plain].map(({ headers }) => headers.etag);
    assert.equal(new Set(tags).size, 3);
    assert.equal(plain.headers.vary, 'Accept-Encoding');
    const small = await ask(site, '/dir/', { 'Accept-Encoding': 'br' });
    assert.equal(small.headers['content-encoding'], undefined);
  });

  test('304 for a tag that still holds, until the file changes', async () => {
    const file = join(root, 'changing.txt');
    writeFileSync(file, 'before');
    const tag = (await ask(site, '/changing.txt')).headers.etag ?? '';
    const again = await ask(site, '/changing.txt', { 'If-None-Match': `"other", W/${tag}` });
    assert.deepEqual([again.status, again.body.length, again.headers.etag], [304, 0, tag]);
    writeFileSync(file, 'afterwards');
    assert.equal((await ask(site, '/changing.txt', { 'If-None-Match': tag })).status, 200);
    assert.equal((await ask(site, '/no.html', { 'If-None-Match': '*' })).status, 404);
  });

  test('HEAD has the headers of GET and no body', async () => {
    for (const headers of [{}, { 'Accept-Encoding': 'br' }]) {
      const [get, head] = [await ask(site, '/', headers), await ask(site, '/', headers, 'HEAD')];
      assert.deepEqual([head.status, head.body.length], [200, 0]);
      assert.equal(head.headers['content-length'], String(get.body.length));
      assert.equal(head.headers.etag, get.headers.etag);
    }
    assert.equal((await ask(site, '/no.html', {}, 'HEAD')).body.length, 0);
  });

  test('other methods are refused', async () => {
    const { status, headers } = await ask(site, '/', {}, 'POST');
    assert.deepEqual([status, headers.allow], [405, 'GET, HEAD']);
  });

  const ranges: [string, number, string][] = [
    ['bytes=0-3', 206, '0123'],
    ['bytes=8-', 206, '89'],
    ['bytes=-2', 206, '89'],
    ['bytes=-50', 206, '0123456789'],
    ['bytes=5-50', 206, '56789'],
    ['bytes=0-1,4-5', 200, '0123456789'],
    ['bytes=5-2', 200, '0123456789'],
    ['chapters=1-2', 200, '0123456789'],
  ];
  for (const [range, status, text] of ranges) {
    test(`range ${range}`, async () => {
      const got = await ask(site, '/digits.bin', { Range: range });
      assert.deepEqual([got.status, got.body.toString()], [status, text]);
      assert.equal(got.headers['accept-ranges'], 'bytes');
    });
  }

  test('ranges that lie outside, of old versions, of text', async () => {
    for (const [path, range] of [
      ['/digits.bin', 'bytes=10-'],
      ['/digits.bin', 'bytes=-0'],
      ['/empty.bin', 'bytes=0-'],
    ] as const) {
      const { status, headers } = await ask(site, path, { Range: range });
      assert.equal(status, 416, `${path} ${range}`);
      assert.match(headers['content-range'] ?? '', /^bytes \*\/\d+$/);
    }
    const old = await ask(site, '/digits.bin', { Range: 'bytes=0-3', 'If-Range': '"old"' });
    assert.equal(old.status, 200);
    const text = await ask(site, '/', { Range: 'bytes=0-8', 'Accept-Encoding': 'br' });
    assert.deepEqual([text.status, text.body.toString()], [206, page.slice(0, 9)]);
    assert.equal((await ask(site, '/empty.bin')).body.length, 0);
  });
});
