/**
 * The content security policy of every page: nothing but what the page brings or the site has, no
 * text becomes a program (Trusted Types), no frame, no other host.
 *
 * @param sheetHash hash of the one stylesheet, `sha256-…`
 */
export function contentPolicy(sheetHash: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src '${sheetHash}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types pressmark-search',
  ].join(';');
}

/** The same as a header, which alone can say that no other site may frame the pages. */
export function headerPolicy(policy: string): string {
  return `${policy};frame-ancestors 'none'`;
}
