import type { HastNode, MdxJsxAttributeUnion } from 'satteri';
import { parseBody } from './parse-body.ts';

/** A component in the text of a dossier that shows something of an article. */
export interface PartOfArticle {
  readonly article: string;
  /** Offsets of the whole element in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it stands in a line of words. */
  readonly isInline: boolean;
}

/**
 * Finds the components that show something of certain articles, whatever they are called: those with one of
 * the ids as `article`.
 *
 * @returns in the order of the text, none inside of another; undefined for a text that can't be parsed
 */
export function partsOfArticles(
  source: string,
  ids: { readonly has: (id: string) => boolean },
): PartOfArticle[] | undefined {
  const parsed = parseBody(source);
  if ('fault' in parsed) return undefined;
  const parts: PartOfArticle[] = [];
  const walk = (node: HastNode): void => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const article = articleOf(node.attributes as MdxJsxAttributeUnion[]);
      const [start, end] = [node.position?.start.offset, node.position?.end.offset];
      if (article !== undefined && ids.has(article) && start !== undefined && end !== undefined) {
        parts.push({ article, start, end, isInline: node.type === 'mdxJsxTextElement' });
        return;
      }
    }
    if ('children' in node) for (const child of node.children) walk(child as HastNode);
  };
  walk(parsed.root);
  return parts;
}

function articleOf(attributes: readonly MdxJsxAttributeUnion[]): string | undefined {
  for (const attribute of attributes) {
    const isArticle = attribute.type === 'mdxJsxAttribute' && attribute.name === 'article';
    if (isArticle && typeof attribute.value === 'string') return attribute.value;
  }
  return undefined;
}
