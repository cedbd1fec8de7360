import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const PAGE = /\.(?:astro|md|mdx|markdown|html|[jt]s)$/;

/**
 * Routes that the files of a folder of pages make, as Astro's rules for `src/pages` have it: what begins with an
 * underscore or a dot is none.
 *
 * @returns absolute path of the file by pattern: `/articles/[year]/[slug]`
 */
export function routesIn(pages: string): Map<string, string> {
  const routes = new Map<string, string>();
  const files = existsSync(pages)
    ? readdirSync(pages, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    : [];
  for (const { parentPath, name } of files) {
    const file = path.join(parentPath, name);
    const parts = path.relative(pages, file).split(path.sep);
    const isHidden = parts.some((part) => /^[_.]/.test(part) && part !== '.well-known');
    if (isHidden || !PAGE.test(name)) continue;
    const pattern = parts
      .join('/')
      .replace(PAGE, '')
      .replace(/(^|\/)index$/, '');
    routes.set(`/${pattern}`, file);
  }
  return new Map([...routes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Our routes but those for which an archive has a page of its own; how it calls the parts of an address is up to it.
 *
 * @param own routes of the archive
 */
export function routesBeside(
  own: ReadonlyMap<string, string>,
  ours: ReadonlyMap<string, string>,
): Map<string, string> {
  const taken = new Set([...own.keys()].map(shapeOf));
  return new Map([...ours].filter(([pattern]) => !taken.has(shapeOf(pattern))));
}

function shapeOf(pattern: string): string {
  return pattern.replace(/\[(\.{3})?[^\]]*\]/g, '[$1]');
}
