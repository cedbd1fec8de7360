import type { HastNode } from 'satteri';

/** Quotations and lists within each other; printed articles have two or three. */
export const DEEPEST = 40;

/** The signs of quotations and lists with which a line begins. */
const SIGNS = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){2,}/;
const SIGN = />|[-*+]|\d+[.)]/g;

/**
 * Where a line opens more quotations and lists within each other than any article has. It is asked
 * before the text is parsed: a million of them keep the parser busy for hours, or end the process.
 */
export function deepLine(source: string): number | undefined {
  let offset = 0;
  for (const line of source.split('\n')) {
    const signs = SIGNS.exec(line)?.[0];
    const isRule = /^[ \t]*(?:[-*][ \t]*)+\r?$/.test(line);
    if (signs !== undefined && !isRule && (signs.match(SIGN)?.length ?? 0) > DEEPEST) return offset;
    offset += line.length + 1;
  }
  return undefined;
}

/** The first element that stands deeper than {@link DEEPEST} blocks; found without recursion. */
export function deepNode(root: HastNode): HastNode | undefined {
  const waiting: [node: HastNode, depth: number][] = [[root, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next;
    // A list and its item are two elements; emphasis and links count as well.
    if (depth > DEEPEST * 2) return node;
    if (!('children' in node)) continue;
    for (const child of node.children) waiting.push([child as HastNode, depth + 1]);
  }
  return undefined;
}
