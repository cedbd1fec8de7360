import { headerPolicy } from '../../model/policy.ts';

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

/**
 * What a host should say of every file of the site.
 *
 * @param policy that of the pages, as they carry it
 */
export function headerRules(policy: string): HeaderRule[] {
  return [
    {
      path: '/*',
      headers: {
        'Content-Security-Policy': headerPolicy(policy),
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
export function headersOf(address: string, policy: string): Record<string, string> {
  return Object.assign(
    {},
    ...headerRules(policy)
      .filter(({ path }) => address.startsWith(path.slice(0, -1)))
      .map(({ headers }) => headers),
  ) as Record<string, string>;
}

/** The policy that a built page carries. @throws Error when it carries none */
export function policyOf(html: string): string {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  if (policy === undefined) throw new Error('The page has no content policy.');
  return policy.replaceAll('&#39;', "'");
}
