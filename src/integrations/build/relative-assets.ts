/** Tags that load a file, and the styles of a page. */
const LOADING =
  /<(?:script|link|img|source|video|audio|track|object|embed)\b[^>]*>|<style\b[^>]*>[^<]*/gi;
const FROM_ROOT = /(["'\s,(=])\/assets\//g;

/**
 * A page of an archive's own with relative addresses of what Astro made for it: scripts, styles, pictures. Astro spells
 * them from the root of the host, and the site would work neither under a path nor from a folder.
 *
 * @param pathname of the page, as it was asked for
 */
export function relativeAssets(html: string, pathname: string): string {
  const depth = pathname.replace(/^\/+|\/+$/g, '').split('/').length - 1;
  const folder = `${'../'.repeat(depth) || './'}assets/`;
  return html.replace(LOADING, (tag) => tag.replace(FROM_ROOT, `$1${folder}`));
}
