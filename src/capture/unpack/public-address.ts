import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { CaptureRefused } from '../refused.ts';

/** Finds the numeric addresses of a host; tests put their own in its place. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Whether a numeric address belongs to the open internet and to no network of somebody's own. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` turns an IPv4 address that is dressed as IPv6 back into itself.
  return ipaddr.process(address).range() === 'unicast';
}

/** Numeric addresses of a host, by the system's resolver. */
export const resolveHost: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * The numeric address to connect to. Every address of the host must be public: a name that leads
 * into a private network, at once or after a redirect, could make this machine read what only it can.
 *
 * @throws CaptureRefused
 */
export async function publicAddressOf(
  host: string,
  resolve: Resolve,
  allow: (address: string) => boolean,
): Promise<string> {
  const name = host.replace(/^\[|\]$/g, '');
  let addresses: readonly string[];
  try {
    addresses = ipaddr.isValid(name) ? [name] : await resolve(name);
  } catch {
    throw new CaptureRefused(
      `The host ${name} was not found.`,
      'Check the address and the connection.',
    );
  }
  const [first] = addresses;
  if (first === undefined)
    throw new CaptureRefused(
      `The host ${name} was not found.`,
      'Check the address and the connection.',
    );
  const inside = addresses.find((address) => !allow(address));
  if (inside !== undefined) {
    throw new CaptureRefused(
      `The address leads to ${inside}, which is private or reserved.`,
      'Only pages of the open internet are fetched; save this one in a browser and add the file.',
    );
  }
  return first;
}
