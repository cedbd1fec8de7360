import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node, Parent } from 'unist';
import { oneLine } from '../words.ts';
import type { RawBlock } from './blocks.ts';

const processor = unified().use(remarkParse);

/** A line of an article has fewer. */
const MOST_MARKS = 1000;

function marksIn(line: string): number {
  let count = 0;
  for (const sign of line) if ('*_`[]()<>~!'.includes(sign)) count++;
  return count;
}

/** Whether a text was evidently written as Markdown: headings, links, or marks with backslashes. */
export function isMarkdown(text: string): boolean {
  // The reader of Markdown takes quadratic time for lines of nothing but marks; nobody writes them.
  if (text.split('\n').some((line) => marksIn(line) > MOST_MARKS)) return false;
  const signs = [
    /^#{1,3} \S/m,
    /\[[^\]\n]+\]\((?:#|https?:|mailto:|\/)[^)\s]*\)/,
    /(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])/,
    /\\[$*_[\]#!.()-]/,
    /^!\[[^\]\n]*\]\(/m,
  ];
  return signs.filter((sign) => sign.test(text)).length >= 2;
}

/** The blocks of a Markdown text; `\$400` says $400 and `[Kremlin.ru](#)` says Kremlin.ru. */
export function readMarkdown(text: string): RawBlock[] {
  const blocks: RawBlock[] = [];
  const add = (node: Node, more: Partial<RawBlock>): void => {
    const words = oneLine(plainText(node));
    if (words === '') return;
    const last = (node as Parent).children?.at(-1);
    const lastLink = last?.type === 'link' ? oneLine(plainText(last)) : undefined;
    blocks.push({
      text: words,
      blankBefore: true,
      blankAfter: true,
      ...(lastLink !== undefined && lastLink !== words && { lastLink }),
      ...more,
    });
  };
  const walk = (node: Node, more: Partial<RawBlock>): void => {
    if (node.type === 'heading')
      add(node, { ...more, level: (node as Node & { depth: number }).depth });
    else if (node.type === 'paragraph' || node.type === 'code') add(node, more);
    else if (node.type === 'blockquote') each(node, { mark: 'quote' });
    else if (node.type === 'listItem') each(node, { mark: 'item' });
    else each(node, more);
  };
  const each = (node: Node, more: Partial<RawBlock>): void => {
    for (const child of (node as Parent).children ?? []) walk(child, more);
  };
  walk(processor.parse(text), {});
  return blocks;
}

/** Words of a node; a picture has none, and raw HTML is markup, not words. */
function plainText(node: Node): string {
  if (node.type === 'html' || node.type === 'image' || node.type === 'imageReference') return '';
  if (node.type === 'break') return ' ';
  const { value } = node as Node & { value?: string };
  if (value !== undefined) return value;
  return ((node as Parent).children ?? []).map(plainText).join('');
}
