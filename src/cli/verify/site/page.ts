import { Parser } from 'htmlparser2';

/** What the site's own checks need of a page. */
export interface PageFacts {
  /** Addresses as they stand in the page: links, forms, scripts, images, styles. */
  readonly references: readonly { readonly address: string; readonly loads: boolean }[];
  readonly ids: ReadonlySet<string>;
}

/** Attributes that hold an address, and the elements whose address the browser loads by itself. */
const ADDRESS_ATTRIBUTES = ['href', 'src', 'action', 'data', 'poster'];
const LOADING = new Set(['script', 'img', 'iframe', 'source', 'video', 'audio', 'embed', 'object']);
const LOADING_LINKS = new Set(['stylesheet', 'icon', 'preload', 'modulepreload', 'manifest']);

/** Reads references and ids of an HTML page. */
export function readPage(html: string): PageFacts {
  const references: { address: string; loads: boolean }[] = [];
  const ids = new Set<string>();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes['id'] !== undefined) ids.add(attributes['id']);
      const loads =
        LOADING.has(name) || (name === 'link' && LOADING_LINKS.has(attributes['rel'] ?? ''));
      for (const key of ADDRESS_ATTRIBUTES) {
        const address = attributes[key];
        if (address !== undefined) references.push({ address, loads });
      }
      const refresh = /^\d+;\s*url=(.*)$/i.exec(
        attributes['http-equiv'] === 'refresh' ? (attributes['content'] ?? '') : '',
      );
      if (refresh?.[1] !== undefined) references.push({ address: refresh[1], loads: false });
    },
  });
  parser.end(html);
  return { references, ids };
}
