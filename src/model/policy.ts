/** What every page may do beside styling itself: use what the site has, and nothing else. No text becomes a program (Trusted Types). */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types pressmark-search',
];

/**
 * The content security policy that a page carries: of styles it lets in those that stand in the page, by their hashes
 * (CSP Level 3, section 2.3.1), and none from a file.
 *
 * @param styles hashes of the page's style elements, `sha256-…`
 */
export function contentPolicy(styles: readonly string[]): string {
  const sources = styles.length === 0 ? "'none'" : styles.map((hash) => `'${hash}'`).join(' ');
  return [...DIRECTIVES, `style-src ${sources}`].join(';');
}

/**
 * The policy that a host sends with every page. A browser obeys it and that of the page, so the hashes need not stand
 * here too: each kind of page has its own. A header alone can say that no other site may frame the pages.
 */
export const HEADER_POLICY = [
  ...DIRECTIVES,
  "style-src 'unsafe-inline'",
  "frame-ancestors 'none'",
].join(';');
