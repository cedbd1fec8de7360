import type { HastNode } from 'satteri';
import type { JsxElement } from './component-attributes.ts';

/** A stretch of the source that holds words and stands nowhere in the tree. */
export interface UnshownWords {
  readonly offset: number;
  readonly text: string;
}

/** Elements whose whole source counts as shown: text in signs, addresses, and what is refused as a whole. */
const WHOLE = new Set(['code', 'a', 'img']);

/** An item's sign, with the box of a task list. */
const ITEM = /^(?:\d{1,9}[.)]|[-+*])(?:\s+\[[ xX]\])?/;

/** A tag that opens a component, with attributes of plain text. */
const OPENING = /^<[\w.]+(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*\s*>/;
const CLOSING = /<\/[\w.]+\s*>$/;

/**
 * Finds words of the source that no node shows. Markdown has several places that swallow text (the
 * address of a reference link, the words after a code fence, a cell too many), and a later version
 * of the parser may have more; what is left over when all that is shown is taken away finds them all.
 *
 * @param root a tree made by Sätteri with positions from `source`
 */
export function unshownWords(source: string, root: HastNode): UnshownWords[] {
  const found: UnshownWords[] = [];
  let end = 0;
  const show = (from: number, to: number) => {
    if (from > end) found.push(...wordsIn(source.slice(end, from), end));
    end = Math.max(end, to);
  };
  const visit = (node: HastNode): void => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (node.type === 'root') for (const child of node.children) visit(child as HastNode);
    else if (from === undefined || to === undefined) return;
    else if (isComponent(node) && node.children.length > 0) {
      const written = source.slice(from, to);
      const first = (node.children as HastNode[]).find(({ position }) => position)?.position;
      show(from, from + (OPENING.exec(written)?.[0].length ?? (first?.start.offset ?? to) - from));
      for (const child of node.children) visit(child as HastNode);
      show(to - (CLOSING.exec(written)?.[0].length ?? 0), to);
    } else if (node.type !== 'element' || WHOLE.has(node.tagName)) show(from, to);
    else if (node.tagName === 'pre') {
      const body = source.indexOf('\n', from);
      if (body !== -1 && body < to) show(body, to);
    } else {
      const sign = node.tagName === 'li' ? ITEM.exec(source.slice(from, to))?.[0] : undefined;
      if (sign !== undefined) show(from, from + sign.length);
      for (const child of node.children) visit(child as HastNode);
    }
  };
  visit(root);
  show(source.length, source.length);
  return found;
}

function isComponent(node: HastNode): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** One entry for each part of a gap that reads as something of its own. */
function wordsIn(gap: string, at: number): UnshownWords[] {
  let offset = at;
  return gap.split(/(?<=\n)(?=(?:[^\S\n]|>)*(?:\n|\[|\||`{3}|~{3}))/).flatMap((part) => {
    const start = offset + (/^[\s>]*/.exec(part)?.[0].length ?? 0);
    offset += part.length;
    const text = part.replace(/^[\s>]+|[\s>]+$/g, '');
    return /[\p{L}\p{N}]/u.test(text) ? [{ offset: start, text }] : [];
  });
}
