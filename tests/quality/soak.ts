// npm run check:soak: asks the served site 100,000 things at random, and knows what should come.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { ROOT, shippedSite } from '../site/built-site.ts';
import { report } from './report.ts';

const REQUESTS = 100_000;
const AT_ONCE = 24;
/** It stops by itself after so many minutes, whatever is still to be asked. */
const MINUTES = 15;

const site = shippedSite();
const files = site.files.map((address) => ({ address, size: site.bytes(address).length }));
const hashed = new Map(site.files.map((address) => [address, readFileSync(site.folder + address)]));
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** Numbers that the same seed gives again (xorshift, 32 bits). */
let state = seed || 1;
function random(below: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}
const pick = <Item>(list: readonly Item[]): Item => list[random(list.length)] as Item;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly statuses: readonly number[];
  /** The bytes that must come, where that is known. */
  readonly bytes?: Buffer;
}

const JUNK = [
  '%',
  '%2e%2e',
  '..',
  '%00',
  'é',
  '%C3%A9',
  '\\',
  ':',
  '~',
  ' ',
  '+',
  '?',
  '//',
  'con',
  '.',
];
const METHODS = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'];

function ask(): Asked {
  const { address, size } = pick(files);
  const bytes = hashed.get(address) ?? Buffer.alloc(0);
  const url = encodeURI(address);
  const plain = { method: 'GET', path: url, headers: {}, statuses: [200] };
  switch (random(10)) {
    case 0:
      return { ...plain, method: 'HEAD', bytes: Buffer.alloc(0) };
    case 1:
    case 2: {
      if (size === 0) return plain;
      const start = random(size);
      const end = start + random(size - start);
      const headers = { range: `bytes=${start}-${end}` };
      return { ...plain, headers, statuses: [206], bytes: bytes.subarray(start, end + 1) };
    }
    case 3: {
      const from = size + random(1000);
      return {
        ...plain,
        headers: { range: `bytes=${from}-` },
        statuses: [size === 0 ? 200 : 416, 416],
      };
    }
    case 4: {
      const headers = {
        range: pick(['bytes=', 'bytes=5-2', 'bytes=a-b', 'items=0-1', 'bytes=0-1,3-4']),
      };
      return { ...plain, headers, bytes };
    }
    case 5:
      return { ...plain, method: pick(METHODS), statuses: [405] };
    case 6: {
      const junk = Array.from({ length: 1 + random(5) }, () => pick(JUNK)).join(
        pick(['', '/', 'a']),
      );
      const target = `/no-${random(1e6)}/${junk}`.replace(/[ é\\]/g, encodeURIComponent);
      return { ...plain, path: target, statuses: [404] };
    }
    case 7:
      return {
        ...plain,
        path: `${url}${pick(['x', '/', '.html', '%20', '/..%2f..%2fetc'])}`,
        statuses: [404],
      };
    case 8:
      return { ...plain, path: `${url}?${random(1e6)}=${random(1e6)}`, bytes };
    default:
      return {
        ...plain,
        headers: { 'accept-encoding': pick(['identity', 'br', 'gzip', '*;q=0']) },
      };
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const wrong: string[] = [];
const counts = new Map<number, number>();

async function one(port: number): Promise<void> {
  const { method, path: target, headers, statuses, bytes } = ask();
  const tell = (what: string) =>
    wrong.push(`${method} ${target} ${JSON.stringify(headers)}: ${what}`);
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, agent, method, path: target, headers, timeout: 30_000 },
        resolve,
      );
      asked.on('error', reject);
      asked.on('timeout', () => asked.destroy(new Error('no answer in 30 s')));
      asked.end();
    });
    const body = Buffer.concat(await response.toArray());
    const status = response.statusCode ?? 0;
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (!statuses.includes(status)) tell(`status ${status}, not ${statuses.join(' or ')}`);
    else if (bytes && response.headers['content-encoding'] === undefined && !bytes.equals(body)) {
      tell(`${body.length} bytes came, other than the ${bytes.length} of the file`);
    }
  } catch (error) {
    tell(String(error));
  }
}

const server = spawn(process.execPath, ['src/cli/serve.ts', '--port', '0'], {
  cwd: ROOT,
  env: { ...process.env, ARCHIVE_OUT: path.resolve(site.folder) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const port = await new Promise<number>((resolve, reject) => {
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    const found = /127\.0\.0\.1:(\d+)/.exec(text)?.[1];
    if (found) resolve(Number(found));
  });
  server.on('exit', () => reject(new Error('The server ended.')));
});
const end = Date.now() + MINUTES * 60_000;
const began = performance.now();
let asked = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (asked < REQUESTS && Date.now() < end) {
      asked++;
      await one(port);
    }
  }),
);
const seconds = (performance.now() - began) / 1000;
const memory = readFileSync(`/proc/${server.pid}/status`, 'utf8');
agent.destroy();
server.kill('SIGTERM');
if (asked < REQUESTS) wrong.push(`only ${asked} of ${REQUESTS} in ${MINUTES} minutes`);

report(
  'soak',
  {
    title: '7. In use: soak',
    command: 'npm run check:soak',
    figures: [
      ['Requests', `${asked.toLocaleString('en')} in ${seconds.toFixed(0)} s, ${AT_ONCE} at once`],
      ['Seed', String(seed)],
      [
        'Answers by status',
        [...counts]
          .sort(([a], [b]) => a - b)
          .map(([status, count]) => `${status}: ${count.toLocaleString('en')}`)
          .join(', '),
      ],
      ['Wrong status, wrong bytes, no answer', String(wrong.length)],
      [
        'Most memory of the server',
        `${Math.round(Number(/VmHWM:\s+(\d+)/.exec(memory)?.[1]) / 1024)} MB`,
      ],
    ],
    limits: ['This is the server of `npm run serve`; hosts have their own.'],
  },
  wrong.slice(0, 40),
);
