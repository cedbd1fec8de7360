import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type FetchOptions, fetchPage } from './fetch-page.ts';
import { isPublic } from './public-address.ts';

/** A server here that stands for the open internet: the host name `open.example` leads to it. */
async function withServer(
  listener: RequestListener,
  use: (base: string, options: FetchOptions) => Promise<void>,
): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const resolve = async (host: string) =>
    host === 'inside.example'
      ? ['10.0.0.7']
      : host === 'both.example'
        ? ['127.0.0.1', '192.168.1.1']
        : ['127.0.0.1'];
  const allow = (address: string) => address === '127.0.0.1' || isPublic(address);
  try {
    await use(`http://open.example:${port}`, { resolve, allow });
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

test('a page is fetched, unpacked, and its last address is told', async () => {
  await withServer(
    (request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else
        response
          .writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            'content-encoding': 'gzip',
          })
          .end(gzipSync('<p>words</p>'));
    },
    async (base, options) => {
      const page = await fetchPage(`${base}/old#part`, options);
      assert.equal(Buffer.from(page.bytes).toString(), '<p>words</p>');
      assert.equal(page.url, `${base}/new`);
      assert.equal(page.contentType, 'text/html; charset=utf-8');
    },
  );
});

for (const location of [
  'http://127.0.0.2/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://inside.example/',
  'http://both.example/',
  'http://0x7f.2/x',
  'http://2130706434/',
  'file:///etc/passwd',
  'ftp://open.example/',
  'http://user:secret@open.example/',
]) {
  test(`a redirect to ${location} is refused`, async () => {
    await withServer(
      (_, response) => response.writeHead(302, { location }).end(),
      async (base, options) => {
        await assert.rejects(fetchPage(base, options), /private or reserved|not a web address/);
      },
    );
  });
}

for (const address of [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.0.1',
  '169.254.1.1',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'x',
]) {
  test(`${address} is not an address of the open internet`, () =>
    assert.equal(isPublic(address), false));
}

test('addresses of the open internet are', () => {
  assert.equal(isPublic('93.184.216.34'), true);
  assert.equal(isPublic('2606:2800:220:1:248:1893:25c8:1946'), true);
});

test('redirects without end are refused', async () => {
  await withServer(
    (_, response) => response.writeHead(302, { location: '/again' }).end(),
    async (base, options) => {
      await assert.rejects(fetchPage(base, options), /redirects more than 5 times/);
    },
  );
});

test('a page that is too large is refused while it arrives', async () => {
  await withServer(
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) {
          // Without end, as fast as it is taken.
        }
      };
      response.on('drain', more);
      more();
    },
    async (base, options) => {
      await assert.rejects(
        fetchPage(base, { ...options, limits: { capture: 2 ** 20 } }),
        /more than 1 MB/,
      );
    },
  );
});

test('a small answer that unfolds to a large one is refused', async () => {
  await withServer(
    (_, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(4 * 2 ** 20))),
    async (base, options) => {
      await assert.rejects(
        fetchPage(base, { ...options, limits: { capture: 2 ** 20 } }),
        /more than 1 MB/,
      );
    },
  );
});

test('a server that never ends its answer is left', async () => {
  await withServer(
    (_, response) => {
      response.writeHead(200).write('<p>');
    },
    async (base, options) => {
      await assert.rejects(fetchPage(base, { ...options, limits: { fetching: 300 } }), /in time/);
    },
  );
});

test('an error of the server is no page', async () => {
  await withServer(
    (_, response) => response.writeHead(403).end('no'),
    async (base, options) => {
      await assert.rejects(fetchPage(base, options), /answers with 403/);
    },
  );
});
