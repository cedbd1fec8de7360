import { oneLine } from '../words.ts';
import type { Page } from './parse-page.ts';

/** Contents of the page's meta elements by name or property, in small letters; the first of a name counts. */
export function readMeta(page: Page): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const names =
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('http-equiv') ??
      '';
    const content = oneLine(element.getAttribute('content') ?? '');
    for (const name of names.toLowerCase().split(/\s+/)) {
      if (name !== '' && content !== '' && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
}

/** The original address as the page states it. */
export function statedAddress(
  page: Page,
  meta: ReadonlyMap<string, string>,
  base: string | undefined,
): string | undefined {
  const canonical = page.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  for (const found of [canonical, meta.get('og:url'), meta.get('twitter:url')]) {
    // The parser of addresses joins what a line break parts.
    if (!found || /[\p{Cc}\p{Z}]/u.test(found.trim())) continue;
    const url = URL.canParse(found, base) ? new URL(found, base).href : undefined;
    // The front page of a site is not the address of an article; templates put it there by mistake.
    if (url !== undefined && /^https?:/.test(url) && new URL(url).pathname.length > 1) return url;
  }
  return undefined;
}

/** Language that the page declares for itself. */
export function statedLanguage(page: Page, meta: ReadonlyMap<string, string>): string | undefined {
  const root = page.documentElement;
  const tag =
    root?.getAttribute('lang') ||
    root?.getAttribute('xml:lang') ||
    meta.get('content-language') ||
    meta.get('og:locale');
  return tag ? tag.split(',')[0]?.trim().replaceAll('_', '-') : undefined;
}

/** What follows the headline in the title of a page, mostly the name of its site: "Headline | Site". */
export function titleSuffix(page: Page): string | undefined {
  const parts = oneLine(page.title ?? '').split(/\s+[|–—»·•-]\s+|\s+[|»]\s*/);
  const last = parts.at(-1);
  return parts.length > 1 && last !== undefined && last.length <= 40 ? last : undefined;
}
