import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { LIMITS } from '../limits.ts';
import { CaptureRefused } from '../refused.ts';
import { decodedContent } from './gunzip.ts';
import { isPublic, publicAddressOf, type Resolve, resolveHost } from './public-address.ts';

/** A page as a server sent it, with its compression undone. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  /** Where it was found in the end, after redirects. */
  readonly url: string;
}

/** What tests put in the place of the open internet. */
export interface FetchOptions {
  readonly resolve?: Resolve;
  /** Whether a numeric address may be connected to. */
  readonly allow?: (address: string) => boolean;
  readonly limits?:
    | Partial<Pick<typeof LIMITS, 'capture' | 'redirects' | 'fetching'>>
    | Record<string, number>;
}

/**
 * Fetches a page from the open internet. At every step the host is resolved once, checked, and the
 * connection made to just that address, so that no second answer of a name server can lead elsewhere.
 *
 * @throws CaptureRefused for private addresses, too much, too long, too many redirects, and errors
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const limits = { ...LIMITS, ...options.limits };
  const end = AbortSignal.timeout(limits.fetching);
  let url = webAddress(address);
  for (let step = 0; step <= limits.redirects; step++) {
    const host = await orTimeout(
      publicAddressOf(url.hostname, options.resolve ?? resolveHost, options.allow ?? isPublic),
      end,
    );
    const response = await respond(url, host, end);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      url = webAddress(new URL(location, url).href);
      continue;
    }
    if (status !== 200) {
      response.destroy();
      throw new CaptureRefused(
        `The server answers with ${status}.`,
        'Open the page in a browser and save it there, or look in a web archive.',
      );
    }
    const raw = await bodyOf(response, limits.capture, end);
    const contentType = response.headers['content-type'];
    return {
      bytes: decodedContent(raw, response.headers['content-encoding'], limits.capture),
      url: url.href,
      ...(contentType !== undefined && { contentType }),
    };
  }
  throw new CaptureRefused(
    `The address redirects more than ${limits.redirects} times.`,
    'Open the page in a browser and save it there.',
  );
}

function webAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== ''
  ) {
    throw new CaptureRefused(
      `“${address.slice(0, 200)}” is not a web address that can be fetched.`,
      'Give an address that begins with https:// or http:// and holds no password.',
    );
  }
  url.hash = '';
  return url;
}

function respond(url: URL, host: string, signal: AbortSignal): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_name, { all }, done) => {
    const family = isIP(host);
    if (all) done(null, [{ address: host, family }]);
    else done(null, host, family);
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const headers = {
      'user-agent': 'Mozilla/5.0 (compatible; Pressmark archive)',
      accept: 'text/html,application/xhtml+xml,*/*;q=0.1',
      'accept-encoding': 'gzip, br',
    };
    request(url, { lookup, signal, headers, agent: false, maxHeaderSize: 65_536 }, resolve)
      .on('error', (error) => reject(failed(error, signal)))
      .end();
  });
}

async function bodyOf(
  response: IncomingMessage,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response) {
      size += (part as Buffer).length;
      if (size > most) {
        response.destroy();
        throw new CaptureRefused(
          `The page has more than ${Math.floor(most / 2 ** 20)} MB.`,
          'Save it in a browser, without its videos.',
        );
      }
      parts.push(part as Buffer);
    }
  } catch (error) {
    throw error instanceof CaptureRefused ? error : failed(error as Error, signal);
  }
  return Buffer.concat(parts);
}

async function orTimeout<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const out = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(failed(new Error('timeout'), signal)), {
      once: true,
    });
  });
  return await Promise.race([work, out]);
}

function failed(error: Error, signal: AbortSignal): CaptureRefused {
  return signal.aborted
    ? new CaptureRefused(
        'The page did not arrive in time.',
        'Try again later, or save it in a browser.',
      )
    : new CaptureRefused(
        `The page could not be fetched (${(error as NodeJS.ErrnoException).code ?? error.message}).`,
        'Check the address and the connection.',
      );
}
