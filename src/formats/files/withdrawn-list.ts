import { captureAddress, hostAddress } from '../../model/address.ts';
import type { HoldingsToExport } from '../reference/holdings.ts';

const HEADER = `# Addresses of withdrawn articles, as their host has them. What stands there says that the article
# was withdrawn. A static host sends it with status 200; one that can be told to should send it with
# 410 Gone (RFC 9110, section 15.5.11), which makes search engines forget an address soonest.
`;

/** The addresses of withdrawn articles for the configuration of a host, one a line. */
export function withdrawnList({ settings, withdrawn }: HoldingsToExport): string {
  const addresses = withdrawn.flatMap(({ id, address, data }) => [
    address,
    captureAddress(id),
    ...data.aliases,
  ]);
  const lines = addresses.map((address) => `${hostAddress(settings.baseUrl, address)}\n`);
  return `${HEADER}${lines.join('')}`;
}
