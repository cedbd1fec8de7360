import type { HastNode } from 'satteri';
import type { Problem } from '../model/problem.ts';
import { type JsxElement, readAttributes } from './component-attributes.ts';
import { parseBody, placesIn } from './parse-body.ts';

/** A sentence that a dossier quotes from a paragraph of an article. */
export interface DossierQuote {
  readonly article: string;
  /** Anchor of the paragraph, `p3`. */
  readonly at: string;
  readonly text: string;
  readonly line: number;
}

/** An article that a dossier names, by its card or by a link. */
export interface DossierMention {
  readonly article: string;
  readonly isCard: boolean;
  /** Anchor that a link leads to. */
  readonly at?: string;
  readonly line: number;
}

/** What a dossier claims of the archive and what can therefore be wrong. */
export interface DossierParts {
  readonly quotes: readonly DossierQuote[];
  readonly mentions: readonly DossierMention[];
}

const QUOTE = { required: ['article', 'at', 'text'], optional: [] };
const CARD = { required: ['article'], optional: [] };
const LINK = /^\/articles\/(\d{4}\/[a-z0-9-]+)\.html(?:#(.*))?$/;

/**
 * Finds the quotations, cards and links in a dossier. A dossier is a trusted program, but what it
 * claims of articles has to be readable without running it: attributes of these are plain text.
 */
export function dossierParts(
  source: string,
  origin: { file: string; linesAbove: number },
): { parts: DossierParts; problems: Problem[] } {
  const quotes: DossierQuote[] = [];
  const mentions: DossierMention[] = [];
  const problems: Problem[] = [];
  const placeAt = placesIn(source);
  const lineAt = (offset: number) => placeAt(offset).line + origin.linesAbove;
  const parsed = parseBody(source);
  if ('fault' in parsed) {
    const { offset, refusal } = parsed.fault;
    return {
      parts: { quotes, mentions },
      problems: [{ ...refusal, file: origin.file, line: lineAt(offset), why: WHY_READ }],
    };
  }
  const read = (element: JsxElement, line: number, component: typeof QUOTE | typeof CARD) => {
    const { attributes, refusals } = readAttributes(element, component);
    for (const refusal of refusals) {
      problems.push({ ...refusal, file: origin.file, line, why: WHY_PLAIN });
    }
    return refusals.length === 0 ? attributes : undefined;
  };
  const walk = (node: HastNode): void => {
    const line = lineAt(node.position?.start.offset ?? 0);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      if (node.name === 'Quote') {
        const { article = '', at = '', text = '' } = read(node, line, QUOTE) ?? {};
        if (article !== '') quotes.push({ article, at, text, line });
      } else if (node.name === 'Card') {
        const { article } = read(node, line, CARD) ?? {};
        if (article !== undefined) mentions.push({ article, line, isCard: true });
      }
    } else if (node.type === 'element' && node.tagName === 'a') {
      const [, article, at] = LINK.exec(String(node.properties['href'] ?? '')) ?? [];
      if (article === undefined) return;
      mentions.push({ article, line, isCard: false, ...(at !== undefined && { at }) });
    }
    if ('children' in node) for (const child of node.children) walk(child as HastNode);
  };
  walk(parsed.root);
  return { parts: { quotes, mentions }, problems };
}

const WHY_READ = 'What cannot be read cannot be checked against the articles, nor built.';
const WHY_PLAIN =
  'Quotations and cards are checked against the articles before anything is built; that needs plain text.';
