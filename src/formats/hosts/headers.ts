import { HEADER_POLICY } from '../../model/policy.ts';

/** Headers for the addresses that a pattern names; `*` stands for anything. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Captures are kept to be compared, never to be shown: what a stranger wrote runs nowhere. */
const CAPTURE_POLICY = "default-src 'none';sandbox";

/** Types of files that servers do not know by themselves. */
export const TYPES: Readonly<Record<string, string>> = {
  bib: 'application/x-bibtex; charset=utf-8',
  bin: 'application/octet-stream',
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  opml: 'text/x-opml; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
};

const DENIED = ['camera', 'geolocation', 'microphone', 'payment', 'usb'];

/** What a host should say of every file of the site. */
export function headerRules(): HeaderRule[] {
  return [
    {
      path: '/*',
      headers: {
        'Content-Security-Policy': HEADER_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Permissions-Policy': DENIED.map((what) => `${what}=()`).join(', '),
        'Strict-Transport-Security': 'max-age=31536000',
        'Cache-Control': 'no-cache',
      },
    },
    {
      path: '/captures/*',
      headers: {
        'Content-Security-Policy': CAPTURE_POLICY,
        'Content-Disposition': 'attachment',
      },
    },
    { path: '/data/*', headers: { 'Access-Control-Allow-Origin': '*' } },
  ];
}

/** The headers of one address, a later rule before an earlier one. */
export function headersOf(address: string): Record<string, string> {
  return Object.assign(
    {},
    ...headerRules()
      .filter(({ path }) => address.startsWith(path.slice(0, -1)))
      .map(({ headers }) => headers),
  ) as Record<string, string>;
}
