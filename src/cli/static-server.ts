import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Encoding = 'br' | 'gzip';
type Found = { file: string } | { redirect: string };

/** One request, with what every part of the answer needs to know. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  compress: (handle: FileHandle, tag: string, encoding: Encoding) => Promise<Buffer>;
}

const mediaTypes: Record<string, string> = {
  '.avif': 'image/avif',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.xsl': 'application/xml',
  '.yml': 'text/yaml; charset=utf-8',
};
/** Captures (.bin), Pagefind's index files and whatever else: bytes that no browser interprets. */
const anyBytes = 'application/octet-stream';

const smallestCompressed = 512;
const largestCompressed = 32 * 1024 * 1024;
const compressedCacheBytes = 64 * 1024 * 1024;

/**
 * A server for a folder of finished files, as a plain host would serve them: real file names, the
 * site's own 404.html, nothing from outside the folder. `under` serves it below a base path.
 */
export function createStaticServer(options: { root: string; under?: string }): Server {
  const under = `/${options.under ?? ''}/`.replace(/\/+/g, '/');
  const compress = compressor();
  return createServer((request, response) => {
    answer({ request, response, compress }, options.root, under).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, `The server failed to read this file: ${String(error)}\n`);
    });
  });
}

async function answer(exchange: Exchange, root: string, under: string): Promise<void> {
  const { request, response } = exchange;
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-cache');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'This is a site of plain files: GET and HEAD only.\n');
  }
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(request.url ?? '') ?? [];
  const found = await locateUnder(root, under, path);
  if (found && 'redirect' in found) {
    response.setHeader('Location', found.redirect + query);
    return sendText(response, 301, `Moved to ${found.redirect}\n`);
  }
  if (found) return sendFile(exchange, found.file, 200);
  const notFound = await locate(root, '/404.html');
  if (notFound && 'file' in notFound) return sendFile(exchange, notFound.file, 404);
  sendText(response, 404, 'There is no such page.\n');
}

async function locateUnder(root: string, under: string, path: string): Promise<Found | undefined> {
  if (`${path}/` === under) return { redirect: under };
  if (!path.startsWith(under)) return undefined;
  const found = await locate(root, path.slice(under.length - 1));
  return found && 'redirect' in found ? { redirect: `${path}/` } : found;
}

/** Finds the file that a path below the site names, or that the path lacks its closing slash. */
async function locate(root: string, path: string): Promise<Found | undefined> {
  const names = namesIn(path.endsWith('/') ? `${path}index.html` : path);
  if (!names) return undefined;
  try {
    const [base, file] = await Promise.all([realpath(root), realpath(join(root, ...names))]);
    if (file !== base && !file.startsWith(base.endsWith(sep) ? base : base + sep)) return undefined;
    const kind = await stat(file);
    if (kind.isFile()) return { file };
    if (!kind.isDirectory() || path.endsWith('/')) return undefined;
    const index = await locate(root, `${path}/`);
    return index && { redirect: `${path}/` };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** The decoded names in a path, or nothing if one of them could lead anywhere but down. */
function namesIn(path: string): string[] | undefined {
  try {
    const names = path.split('/').slice(1).map(decodeURIComponent);
    const isPlain = (name: string) => !/^\.{0,2}$|[/\\]/.test(name) && !name.includes('\0');
    const isPlainOnWindows = (name: string) => !/:|[. ]$/.test(name);
    if (!names.every(isPlain)) return undefined;
    return process.platform === 'win32' && !names.every(isPlainOnWindows) ? undefined : names;
  } catch {
    return undefined; // not UTF-8
  }
}

function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES'].includes(code);
}

async function sendFile(exchange: Exchange, file: string, status: 200 | 404): Promise<void> {
  const { request, response, compress } = exchange;
  const handle = await open(file);
  try {
    const { size, mtimeMs, ino } = await handle.stat();
    const type = mediaTypes[extname(file).toLowerCase()] ?? anyBytes;
    const name = [size, Math.round(mtimeMs), ino].map((part) => part.toString(36)).join('-');
    response.setHeader('Content-Type', type);
    response.statusCode = status;
    const isText = /charset|json|xml/.test(type) && size >= smallestCompressed;
    if (isText) response.setHeader('Vary', 'Accept-Encoding');
    const wantsRange = status === 200 && request.headers.range !== undefined;
    const encoding =
      isText && !wantsRange && size <= largestCompressed
        ? acceptedEncoding(request.headers['accept-encoding'])
        : undefined;
    const tag = encoding ? `"${name}-${encoding}"` : `"${name}"`;
    response.setHeader('ETag', tag);
    if (status === 200 && matches(request.headers['if-none-match'], tag)) {
      response.statusCode = 304;
      response.end();
    } else if (encoding) {
      const body = await compress(handle, `${file} ${tag}`, encoding);
      response.setHeader('Content-Encoding', encoding);
      response.setHeader('Content-Length', body.length);
      response.end(request.method === 'HEAD' ? undefined : body);
    } else {
      if (status === 200) response.setHeader('Accept-Ranges', 'bytes');
      await sendBytes(exchange, handle, size, wantsRange ? rangeOf(request, tag, size) : undefined);
    }
  } finally {
    await handle.close();
  }
}

async function sendBytes(
  { request, response }: Exchange,
  handle: FileHandle,
  size: number,
  range: { start: number; end: number } | 'unsatisfiable' | undefined,
): Promise<void> {
  if (range === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${size}`);
    return sendText(response, 416, `This file has ${size} bytes; the range lies outside of it.\n`);
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) {
    response.statusCode = 206;
    response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
  }
  response.setHeader('Content-Length', end - start + 1);
  if (request.method === 'HEAD' || size === 0) response.end();
  else await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
}

/** The one byte range asked for; several ranges or a faulty header count as none. */
function rangeOf({ headers }: IncomingMessage, tag: string, size: number) {
  if (headers['if-range'] !== undefined && headers['if-range'] !== tag) return undefined;
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  return start > end ? ('unsatisfiable' as const) : { start, end };
}

function matches(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((part) => part.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}

function acceptedEncoding(header: string | string[] | undefined): Encoding | undefined {
  const accepted = String(header ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.replace(/;.*/, '').trim());
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

/** Compresses a file when it is first asked for and keeps the result, up to a number of bytes. */
function compressor(): Exchange['compress'] {
  const kept = new Map<string, { body: Promise<Buffer>; size: number }>();
  let total = 0;
  const makeRoom = () => {
    for (const [tag, { size }] of kept) {
      if (total <= compressedCacheBytes) return;
      kept.delete(tag);
      total -= size;
    }
  };
  return (handle, tag, encoding) => {
    const known = kept.get(tag);
    if (known) return known.body;
    const body = handle.readFile().then((plain) => compressed[encoding](plain));
    const entry = { body, size: 0 };
    kept.set(tag, entry);
    body.then(
      ({ length }) => {
        if (kept.get(tag) !== entry) return; // made room for others meanwhile
        entry.size = length;
        total += length;
        makeRoom();
      },
      () => kept.delete(tag),
    );
    return body;
  };
}

const compressed = {
  gzip: (plain: Buffer) => promisify(gzip)(plain, { level: 6 }),
  br: (plain: Buffer) =>
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
};

function sendText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.removeHeader('ETag');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(response.req.method === 'HEAD' ? undefined : text);
}
