import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type FetchedPage, fetchPage } from './fetch-page.ts';

/** What a server writes on a connection once it has been asked. */
type Answer = (socket: Socket) => void;

const PAGE = `<!doctype html><html><body><p>${'Words of a page. '.repeat(400)}</p></body></html>`;

/** Fetches from a server that writes bytes of its own choice, and not what a library makes of them. */
async function fetched(answer: Answer, fetching = 2000): Promise<FetchedPage> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  try {
    return await fetchPage(`http://open.example:${port}/page`, {
      resolve: async () => ['127.0.0.1'],
      allow: () => true,
      limits: { fetching },
    });
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  }
}

function head(...lines: string[]): string {
  return ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8', ...lines, '', ''].join(
    '\r\n',
  );
}

function chunk(words: string): string {
  return `${Buffer.byteLength(words).toString(16)}\r\n${words}\r\n`;
}

function packed(name: string, bytes: Uint8Array): Answer {
  return (socket) => {
    const half = bytes.subarray(0, Math.floor(bytes.length / 2));
    socket.write(head(`Content-Encoding: ${name}`, `Content-Length: ${half.length}`));
    socket.end(half);
  };
}

const HALVES: Readonly<Record<string, Answer>> = {
  'without a length, and then nothing more': (socket) => socket.write(head() + PAGE.slice(0, 900)),
  'without a length, a little at a time until the time is up': (socket) => {
    socket.write(head() + PAGE.slice(0, 900));
    const timer = setInterval(() => socket.write('<p>One more.</p>'), 50);
    socket.on('close', () => clearInterval(timer));
  },
  'without a length, and the connection is reset': (socket) => {
    socket.write(head('Connection: close') + PAGE.slice(0, 900));
    setTimeout(() => socket.resetAndDestroy(), 100);
  },
  'shorter than its length, and the connection ends': (socket) =>
    socket.end(head('Content-Length: 90000') + PAGE),
  'shorter than its length, and then nothing more': (socket) =>
    socket.write(head('Content-Length: 90000') + PAGE),
  'in chunks, and the connection ends before the last': (socket) =>
    socket.end(head('Transfer-Encoding: chunked') + chunk(PAGE)),
  'in chunks, and the connection ends inside one': (socket) =>
    socket.end(head('Transfer-Encoding: chunked') + chunk(PAGE).slice(0, 700)),
  'in chunks, and then nothing more': (socket) =>
    socket.write(head('Transfer-Encoding: chunked') + chunk(PAGE)),
  'in chunks, and the connection is reset': (socket) => {
    socket.write(head('Transfer-Encoding: chunked') + chunk(PAGE));
    setTimeout(() => socket.resetAndDestroy(), 100);
  },
  'in chunks whose lengths are wrong': (socket) =>
    socket.end(`${head('Transfer-Encoding: chunked')}5\r\n${PAGE}\r\n0\r\n\r\n`),
  'longer than its length': (socket) =>
    socket.end(`${head('Content-Length: 900', 'Connection: close')}${PAGE}`),
  'as half a gzip': packed('gzip', gzipSync(PAGE)),
  'as half of what Brotli made': packed('br', brotliCompressSync(PAGE)),
  'as half a deflate': packed('deflate', deflateSync(PAGE)),
  'in a coding that was not asked for': packed('zstd', gzipSync(PAGE)),
  'in more codings than are undone': packed('gzip, gzip, gzip, gzip', gzipSync(PAGE)),
};

for (const [how, answer] of Object.entries(HALVES)) {
  test(`an answer that comes ${how} is refused`, async () => {
    await assert.rejects(fetched(answer, 700), { name: 'CaptureRefused' });
  });
}

const STATUSES: readonly string[] = [
  'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
  'HTTP/1.1 101 Switching\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\n',
  `HTTP/1.1 103 Early Hints\r\n\r\n${'HTTP/1.1 102 Processing\r\n\r\n'.repeat(50)}`,
  'HTTP/1.1 199 What\r\n\r\n',
  'HTTP/1.1 204 No Content\r\n\r\n',
  'HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-99/900\r\nContent-Length: 100\r\n\r\n',
  'HTTP/1.1 302 Found\r\nLocation: http://[not-an-address\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 302 Found\r\nLocation: http://open.example/a b\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 302 Found\r\nLocation: http://open.example/a\tb\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 304 Not Modified\r\n\r\n',
  'HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 0 What\r\nContent-Length: 0\r\n\r\n',
  'HTTP/2.0 200 OK\r\n\r\n',
  'SSH-2.0-OpenSSH_9.2p1\r\n',
  '<html>as of 1991</html>',
  '',
];

for (const status of STATUSES) {
  test(`an answer that begins with ${JSON.stringify(status.slice(0, 70))} is refused, and nothing else ends`, async () => {
    const start = performance.now();
    await assert.rejects(
      fetched((socket) => socket.end(status), 1500),
      { name: 'CaptureRefused' },
    );
    assert.ok(performance.now() - start < 5000);
  });
}

test('an upgrade whose connection stays open is refused', async () => {
  await assert.rejects(
    fetched((socket) => socket.write(STATUSES[0] ?? '')),
    /another protocol/,
  );
});

test('a whole page is kept, and whether its length was known is told', async () => {
  const known = await fetched((socket) =>
    socket.write(`${head(`Content-Length: ${PAGE.length}`)}${PAGE}`),
  );
  const chunks = await fetched((socket) =>
    socket.write(`${head('Transfer-Encoding: chunked')}${chunk(PAGE)}0\r\n\r\n`),
  );
  const ended = await fetched((socket) => socket.end(head('Connection: close') + PAGE));
  for (const page of [known, chunks, ended]) assert.equal(Buffer.from(page.bytes).toString(), PAGE);
  assert.deepEqual(
    [known, chunks, ended].map(({ lengthUnknown }) => lengthUnknown),
    [false, false, true],
  );
});
