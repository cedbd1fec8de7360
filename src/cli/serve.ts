import { readdirSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { calledFrom, findArchive, NoArchive } from '../record/archive-root.ts';
import { createStaticServer } from './static-server.ts';

const usage = `Usage: npm run serve -- [--port 4321] [--host 127.0.0.1] [--under /path/]

Serves the built site (the folder in ARCHIVE_OUT, else dist) until Ctrl-C.
  --port   where to listen; if it is taken, the next free one of ten (0: any free one)
  --host   the address to listen on; 0.0.0.0 opens the site to the network
  --under  serve the site below this path, as some hosts do`;

const portsTried = 10;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readOptions() {
  const text = { type: 'string' } as const;
  const { values } = (() => {
    try {
      return parseArgs({
        options: { port: text, host: text, under: text, help: { type: 'boolean' } },
      });
    } catch (error) {
      return fail(`serve: ${(error as Error).message}\n\n${usage}`);
    }
  })();
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const port = values.port ?? '4321';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    fail(`serve: --port ${port} is not a port; it must be a number from 0 to 65535.\n\n${usage}`);
  }
  const under = values.under ?? '/';
  if (!/^\/([\w.~-]+\/)*$/.test(under)) {
    fail(`serve: --under ${under} is not a path; it must look like /archive/.\n\n${usage}`);
  }
  return { port: Number(port), host: values.host ?? '127.0.0.1', under };
}

function siteFolder(): string {
  if (process.env['ARCHIVE_OUT']) return path.resolve(process.env['ARCHIVE_OUT']);
  try {
    return findArchive().folders.out;
  } catch (error) {
    return fail(error instanceof NoArchive ? error.message : String(error));
  }
}

function requireSite(folder: string): void {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isFolder && readdirSync(folder).length > 0) return;
  const what = isFolder ? 'is empty' : 'does not exist or is not a folder';
  fail(
    `serve: the folder ${folder} ${what}, so there is no site to serve.\n` +
      'Build the site first with npm run build, or name another folder in ARCHIVE_OUT.',
  );
}

function listenFailure(error: NodeJS.ErrnoException, port: number): string {
  const remedy =
    error.code === 'EADDRINUSE'
      ? 'All of the ports tried are taken. Choose another with --port, or --port 0 for any free one.'
      : 'Choose another address with --host or --port (ports below 1024 often need more rights).';
  return `serve: cannot listen on ${host} port ${port}: ${error.message}\n${remedy}`;
}

const { port: firstPort, host, under } = readOptions();
const root = siteFolder();
requireSite(root);

const server = createStaticServer({ root, under });
let port = firstPort;
server.on('error', (error: NodeJS.ErrnoException) => {
  const next = port + 1;
  const mayTryNext = error.code === 'EADDRINUSE' && next < firstPort + portsTried && next <= 65_535;
  if (!mayTryNext) fail(listenFailure(error, port));
  port = next;
  server.listen(port, host);
});
server.on('listening', () => {
  const { address, port: actual, family } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  console.log(
    `Pressmark serves ${path.relative(calledFrom(), root) || '.'} at http://${name}:${actual}${under}`,
  );
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
server.listen(port, host);
