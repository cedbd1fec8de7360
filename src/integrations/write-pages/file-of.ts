/**
 * File of a path that Astro renders, below the folder of the site: `/a/b` is `a/b.html` when it is a
 * page and `a/b` when it is an endpoint, as under Astro's `build.format: 'file'`.
 */
export function fileOf(pathname: string, type: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  return type === 'endpoint' ? path : `${path || 'index'}.html`;
}
