import { Parser } from 'htmlparser2';

/** What the site's own checks need of a page. */
export interface PageFacts {
  /** Addresses as they stand in the page: links, forms, scripts, images, styles. */
  readonly references: readonly { readonly address: string; readonly loads: boolean }[];
  readonly ids: ReadonlySet<string>;
}

/** Attributes that hold an address, and the elements whose address the browser loads by itself. */
const ADDRESS_ATTRIBUTES = ['href', 'xlink:href', 'src', 'action', 'data', 'poster'];
const LOADING = new Set([
  ...['script', 'img', 'iframe', 'source', 'video', 'audio', 'embed', 'object', 'track', 'input'],
  ...['image', 'use'],
]);
const LOADING_LINKS = /\b(?:stylesheet|icon|preload|modulepreload|prefetch|manifest)\b/;

/** Reads references and ids of an HTML page. */
export function readPage(html: string): PageFacts {
  const references: { address: string; loads: boolean }[] = [];
  const ids = new Set<string>();
  let isStyle = false;
  const load = (address: string) => references.push({ address, loads: true });
  const parser = new Parser({
    onopentag(name, attributes) {
      isStyle = name === 'style';
      if (attributes['id'] !== undefined) ids.add(attributes['id']);
      const loads =
        LOADING.has(name) || (name === 'link' && LOADING_LINKS.test(attributes['rel'] ?? ''));
      for (const key of ADDRESS_ATTRIBUTES) {
        const address = attributes[key];
        if (address !== undefined) references.push({ address, loads });
      }
      addressesOfSet(attributes['srcset'] ?? '').forEach(load);
      addressesOfStyle(attributes['style'] ?? '').forEach(load);
      // The card is loaded by other sites, where somebody links to the page.
      const card = attributes['property'] === 'og:image' ? attributes['content'] : undefined;
      if (card !== undefined) references.push({ address: card, loads: false });
      const refresh = /^\d+;\s*url=(.*)$/i.exec(
        attributes['http-equiv'] === 'refresh' ? (attributes['content'] ?? '') : '',
      );
      if (refresh?.[1] !== undefined) references.push({ address: refresh[1], loads: false });
    },
    ontext(text) {
      if (isStyle) addressesOfStyle(text).forEach(load);
    },
    onclosetag() {
      isStyle = false;
    },
  });
  parser.end(html);
  return { references, ids };
}

function addressesOfSet(srcset: string): string[] {
  return srcset.split(',').flatMap((candidate) => candidate.trim().split(/\s/, 1)[0] || []);
}

function addressesOfStyle(css: string): string[] {
  const found = css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/gi);
  return [...found].map(([, url, imported]) => (url ?? imported ?? '').trim());
}
