import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { CaptureRefused } from '../refused.ts';

/** A moment at which everything that waits is given up. */
export interface Deadline {
  readonly signal: AbortSignal;
  clear(): void;
}

/** Unlike that of AbortSignal.timeout this clock keeps the process alive: what waits for it comes to its end. */
export function deadlineIn(milliseconds: number): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), milliseconds);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

/** An answer whose head has come. */
export interface Answer {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
  /** Whether the server has ended the connection in good order. */
  readonly hasEnded: () => boolean;
  /** What has gone wrong since, which can be before the first byte is read here. */
  readonly fault: () => Error | undefined;
}

/**
 * Asks for a page at the numeric address of its host, and waits for the head of the answer.
 *
 * @throws CaptureRefused for whatever is no answer: another protocol, a connection that closes
 */
export function respond(url: URL, host: string, deadline: Deadline): Promise<Answer> {
  const lookup: LookupFunction = (_name, { all }, done) => {
    const family = isIP(host);
    if (all) done(null, [{ address: host, family }]);
    else done(null, host, family);
  };
  const { signal } = deadline;
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const headers = {
      'user-agent': 'Mozilla/5.0 (compatible; Pressmark archive)',
      accept: 'text/html,application/xhtml+xml,*/*;q=0.1',
      'accept-encoding': 'gzip, br',
    };
    let [ended, answered] = [false, false];
    let fault: Error | undefined;
    const refuse = (error: Error) => {
      fault ??= error;
      reject(failed(error, deadline));
    };
    const request = send(url, { lookup, signal, headers, agent: false, maxHeaderSize: 65_536 })
      .on('socket', (socket) => socket.once('end', () => (ended = true)))
      .on('response', (response) => {
        answered = true;
        resolve({ request, response, hasEnded: () => ended, fault: () => fault });
      })
      // Without a listener Node closes the connection, and neither answers nor fails.
      .on('upgrade', (response, socket) => {
        socket.destroy();
        refuse(
          new Error(`answer ${response.statusCode ?? 101}: the server asks for another protocol`),
        );
      })
      .on('error', refuse)
      .on('close', () => {
        if (!answered) refuse(new Error('the connection closed without an answer'));
      });
    request.end();
  });
}

/** Waits for something that knows no deadline. */
export async function orDeadline<T>(work: Promise<T>, deadline: Deadline): Promise<T> {
  const out = new Promise<never>((_, reject) => {
    const give = () => reject(failed(new Error('timeout'), deadline));
    if (deadline.signal.aborted) give();
    else deadline.signal.addEventListener('abort', give, { once: true });
  });
  return await Promise.race([work, out]);
}

/** What went wrong on the way, for the person who gave the address. */
export function failed(error: Error, { signal }: Deadline): CaptureRefused {
  return signal.aborted
    ? new CaptureRefused(
        'The page did not arrive in time.',
        'Try again later, or save it in a browser.',
      )
    : new CaptureRefused(
        `The page could not be fetched (${(error as NodeJS.ErrnoException).code ?? error.message}).`,
        'Check the address and the connection; try again later, or save the page in a browser.',
      );
}
