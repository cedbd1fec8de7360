import { LIMITS } from '../limits.ts';
import { CaptureRefused } from '../refused.ts';
import { bodyOf } from './answer-body.ts';
import { decodedContent } from './gunzip.ts';
import { isPublic, publicAddressOf, type Resolve, resolveHost } from './public-address.ts';
import { type Deadline, deadlineIn, orDeadline, respond } from './respond.ts';

/** A page as a server sent it, with its compression undone. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  /** Where it was found in the end, after redirects. */
  readonly url: string;
  /** The server did not say how long its answer is: nothing but the page itself tells whether it is whole. */
  readonly lengthUnknown: boolean;
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
 * @throws CaptureRefused for private addresses, too much, too long, too many redirects, an answer that
 * stops before its end, and errors
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const limits = { ...LIMITS, ...options.limits };
  const deadline = deadlineIn(limits.fetching);
  try {
    return await follow(webAddress(address), options, limits, deadline);
  } finally {
    deadline.clear();
  }
}

async function follow(
  start: URL,
  options: FetchOptions,
  limits: { readonly capture: number; readonly redirects: number },
  deadline: Deadline,
): Promise<FetchedPage> {
  let url = start;
  for (let step = 0; step <= limits.redirects; step++) {
    const host = await orDeadline(
      publicAddressOf(url.hostname, options.resolve ?? resolveHost, options.allow ?? isPublic),
      deadline,
    );
    const answer = await respond(url, host, deadline);
    const { response } = answer;
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      url = webAddress(location, url);
      continue;
    }
    if (status !== 200 || response.httpVersionMajor !== 1) {
      response.destroy();
      throw new CaptureRefused(
        `The server answers with ${status}${response.httpVersionMajor === 1 ? '' : ' in another protocol'}.`,
        'Open the page in a browser and save it there, or look in a web archive.',
      );
    }
    const { bytes: raw, lengthUnknown } = await bodyOf(answer, limits.capture, deadline);
    const contentType = response.headers['content-type'];
    return {
      bytes: decodedContent(raw, response.headers['content-encoding'], limits.capture),
      url: url.href,
      lengthUnknown,
      ...(contentType !== undefined && { contentType }),
    };
  }
  throw new CaptureRefused(
    `The address redirects more than ${limits.redirects} times.`,
    'Open the page in a browser and save it there.',
  );
}

/** What the parser of addresses would take out without a word, and what can't be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u;

function webAddress(address: string, base?: URL): URL {
  const url =
    !UNSEEN.test(address) && URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== ''
  ) {
    throw new CaptureRefused(
      `${base === undefined ? '' : 'It leads elsewhere: '}“${address.slice(0, 200)}” is not a web address that can be fetched.`,
      'Give an address that begins with https:// or http:// and holds no password, space or line break.',
    );
  }
  url.hash = '';
  return url;
}
