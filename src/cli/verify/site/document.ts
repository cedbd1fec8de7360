import { Parser } from 'htmlparser2';
import type { PageFacts } from './page.ts';

/** Reads where feeds, sitemaps and lists of feeds lead; their addresses are all full ones. */
export function readDocument(text: string): PageFacts {
  const references = text.startsWith('{') ? jsonReferences(text) : xmlReferences(text);
  return { references: references.map((address) => ({ address, loads: false })), ids: new Set() };
}

function jsonReferences(text: string): string[] {
  const { next_url, items } = JSON.parse(text) as {
    next_url?: string;
    items?: { url: string }[];
  };
  return [...(next_url === undefined ? [] : [next_url]), ...(items ?? []).map(({ url }) => url)];
}

function xmlReferences(text: string): string[] {
  const references: string[] = [];
  let inAddress = false;
  const parser = new Parser(
    {
      onopentag(name, { href, xmlUrl, htmlUrl }) {
        inAddress = name === 'loc';
        for (const address of [href, xmlUrl, htmlUrl]) {
          if (address !== undefined) references.push(address);
        }
      },
      ontext(address) {
        if (inAddress) references.push(address);
      },
      onclosetag() {
        inAddress = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return references;
}
