import type { HastNode } from 'satteri';

/** A passage, or words that stand between passages with no paragraph around them. */
export type Run = { readonly node: HastNode } | { readonly words: readonly HastNode[] };

/**
 * Takes what stands between passages together to paragraphs. MDX takes away the paragraph around a line
 * that holds nothing but components, and has none inside a component that stands on one line.
 *
 * @param options.isWords whether a node stands in a line of text
 */
export function runsOf(
  nodes: readonly HastNode[],
  { source, isWords }: { source: string; isWords: (node: HastNode) => boolean },
): Run[] {
  const runs: Run[] = [];
  let words: HastNode[] = [];
  const end = () => {
    const last = words.findLastIndex((node) => !isBlank(node));
    if (last >= 0) runs.push({ words: words.slice(0, last + 1) });
    words = [];
  };
  for (const node of nodes) {
    if (!isWords(node)) {
      end();
      runs.push({ node });
      continue;
    }
    if (words.length === 0 && isBlank(node)) continue;
    if (isApart(words.findLast(hasPlace), node, source)) end();
    words.push(node);
  }
  end();
  return runs;
}

function isBlank(node: HastNode): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function hasPlace({ position }: HastNode): boolean {
  return position !== undefined;
}

/** Whether an empty line stands between two nodes. */
function isApart(before: HastNode | undefined, node: HastNode, source: string): boolean {
  const from = before?.position?.end.offset;
  const to = node.position?.start.offset;
  return from !== undefined && to !== undefined && /\n[\s>]*\n/.test(source.slice(from, to));
}
