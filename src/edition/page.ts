/** What the head of each of our pages has, and no page that an archive wrote itself. */
const OURS = /<meta http-equiv="Content-Security-Policy"|assets\/start\.js"/;

/**
 * A page of the site as the offline edition has it: its script is a classic one, and its policy lets
 * forms lead to other pages, which Firefox does not count to a page's own place on a disk, and nothing
 * be fetched. A page of the archive's own, which has neither, is taken over as it is.
 *
 * @throws Error when a page has another head than the one that is known
 */
export function offlinePage(html: string, address: string): string {
  if (/<meta http-equiv="refresh"/.test(html) || !OURS.test(html)) return html;
  return replaceOnce(
    [
      [/<script type="module" src="([^"]*assets\/start\.js)">/, '<script defer src="$1">'],
      [/;connect-src 'self'/, ''],
      [/;worker-src 'self'/, ''],
      [/;form-action 'self'/, ";form-action 'self' file:"],
    ],
    html.replace(/<link rel="modulepreload"[^>]*>/g, ''),
    address,
  );
}

function replaceOnce(
  changes: readonly (readonly [RegExp, string])[],
  html: string,
  address: string,
): string {
  return changes.reduce((text, [pattern, to]) => {
    if (!pattern.test(text)) throw new Error(`${address} has no ${pattern}; no edition was made.`);
    return text.replace(pattern, to);
  }, html);
}
