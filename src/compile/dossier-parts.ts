import type { HastNode } from 'satteri';
import type { Kind } from '../model/kinds.ts';
import { type JsxElement, readAttributes } from './component-attributes.ts';
import type { Attributes } from './dialect.ts';
import { GUIDE_COMPONENTS, readIds, readTo } from './guide-components.ts';

/** A sentence that a dossier quotes from a paragraph of an article. */
export interface DossierQuote {
  readonly article: string;
  /** Anchor of the paragraph, `p3`. */
  readonly at: string;
  readonly text: string;
  readonly line: number;
}

/** An article that a dossier names, by its card, one of its pictures, or a link. */
export interface DossierMention {
  readonly article: string;
  readonly isCard: boolean;
  /** Whether what is named is a picture at `at`. */
  readonly isPicture?: true;
  /** Anchor that a link leads to. */
  readonly at?: string;
  readonly line: number;
}

/** A record that a dossier names by its id. */
export interface DossierRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly line: number;
}

/** What a dossier claims of the archive and what can therefore be wrong. */
export interface DossierParts {
  readonly quotes: readonly DossierQuote[];
  readonly mentions: readonly DossierMention[];
  readonly records: readonly DossierRecord[];
}

export const NO_PARTS: DossierParts = { quotes: [], mentions: [], records: [] };

const LINK = /^\/articles\/(\d{4}\/[a-z0-9-]+)\.html(?:#(.*))?$/;

/**
 * Finds what a dossier says of articles and records: quotations, cards, pictures and links.
 *
 * @param root tree of its text; attributes that are wrong are refused where the text is written
 */
export function dossierParts(root: HastNode, lineAt: (offset: number) => number): DossierParts {
  const quotes: DossierQuote[] = [];
  const mentions: DossierMention[] = [];
  const records: DossierRecord[] = [];
  const readers: Record<string, (attributes: Attributes, line: number) => void> = {
    Quote: ({ article = '', at = '', text = '' }, line) => quotes.push({ article, at, text, line }),
    Card: ({ article = '' }, line) => mentions.push({ article, line, isCard: true }),
    Picture: ({ article = '', at = '' }, line) =>
      mentions.push({ article, at, line, isCard: false, isPicture: true }),
    Map({ places }, line) {
      const ids = places === undefined ? [] : readIds(places);
      for (const id of ids) records.push({ kind: 'places', id, line });
    },
    Link({ to = '' }, line) {
      const named = readTo(to);
      if (named === undefined) return;
      if ('kind' in named) records.push({ ...named, line });
      else mentions.push({ ...named, line, isCard: false });
    },
  };
  const walk = (node: HastNode): void => {
    const line = lineAt(node.position?.start.offset ?? 0);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const attributes = plainAttributes(node);
      if (attributes !== undefined) readers[node.name ?? '']?.(attributes, line);
    } else if (node.type === 'element' && node.tagName === 'a') {
      const [, article, at] = LINK.exec(String(node.properties['href'] ?? '')) ?? [];
      if (article !== undefined) {
        mentions.push({ article, line, isCard: false, ...(at !== undefined && { at }) });
      }
    }
    if ('children' in node) for (const child of node.children) walk(child as HastNode);
  };
  walk(root);
  return { quotes, mentions, records };
}

/** The attributes of a component that says what it means; undefined where it is refused. */
function plainAttributes(element: JsxElement): Attributes | undefined {
  const component = GUIDE_COMPONENTS.get(element.name ?? '');
  if (component === undefined) return undefined;
  const { attributes, refusals } = readAttributes(element, component);
  const isRight = refusals.length === 0 && component.check?.(attributes) === undefined;
  return isRight ? attributes : undefined;
}
