import { oneLine, overlap, stems } from '../words.ts';
import type { Page } from './parse-page.ts';

/**
 * The headline as the page prints it: the heading that says what the page's own data say, else those
 * data, else the title of the page without the name of the site.
 */
export function pageTitle(
  page: Page,
  meta: ReadonlyMap<string, string>,
  headline: string | undefined,
): string | undefined {
  const declared = [
    headline,
    meta.get('og:title'),
    meta.get('twitter:title'),
    oneLine(page.title ?? ''),
  ]
    .filter((title) => title !== undefined)
    .map(oneLine)
    .filter((title) => title !== '');
  const headings = [...page.querySelectorAll('h1, [itemprop~="headline"], h2')]
    .map((heading) => ({
      text: oneLine(heading.textContent ?? ''),
      first: heading.localName === 'h1',
    }))
    .filter(({ text }) => text.length >= 4 && text.length <= 300);
  let best: { text: string; score: number } | undefined;
  for (const { text, first } of headings.slice(0, 60)) {
    const likeness = Math.max(0, ...declared.map((title) => alike(text, title)));
    const score = likeness + (first ? 0.2 : 0);
    if (likeness >= 0.5 && (best === undefined || score > best.score)) best = { text, score };
  }
  if (best) return best.text;
  const only = headings.filter(({ first }) => first);
  const [given] = declared;
  if (given === undefined) return only[0]?.text;
  return withoutSite(given, meta.get('og:site_name'));
}

function alike(a: string, b: string): number {
  // The title of a page is often a shortened headline and the name of the site.
  const bare = withoutSite(b, undefined);
  if (bare.length >= 8 && a.toLowerCase().startsWith(bare.toLowerCase())) return 1;
  const [inA, inB] = [stems(a), stems(b)];
  if (inA.size === 0 || inB.size === 0) return a.toLowerCase() === b.toLowerCase() ? 1 : 0;
  return Math.min(
    overlap(inA, inB),
    Math.max(overlap(inB, inA), b.includes(a) && a.length * 2 >= b.length ? 1 : 0),
  );
}

/** "Headline | Site" and "Headline - Site" without what names the site. */
function withoutSite(title: string, site: string | undefined): string {
  if (site !== undefined && title.endsWith(site)) {
    const bare = title.slice(0, -site.length).replace(/\s*[|–—»·•:-]\s*$/, '');
    if (bare.length >= 8) return bare;
  }
  const [, bare] = /^(.{8,}?)\s+(?:[|»]|[–—-])\s+[^|»–—]{2,40}$/.exec(title) ?? [];
  return bare ?? title;
}
