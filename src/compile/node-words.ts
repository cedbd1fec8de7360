import type { HastNode } from 'satteri';
import type { JsxElement } from './component-attributes.ts';
import type { Dialect } from './dialect.ts';

/** What the nodes of a text say as plain words, and how they were written. */
export class NodeWords {
  readonly source: string;
  readonly #dialect: Dialect;

  /** @param source what the nodes were parsed from */
  constructor(source: string, dialect: Dialect) {
    this.source = source;
    this.#dialect = dialect;
  }

  /** @param box of the task that the node may stand in, as it was written */
  plain(node: HastNode, box: string): string {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' && !this.isLine(node)) return '';
    const isElement = node.type === 'element';
    if (isElement && node.tagName === 'br') return '\n';
    if (isElement && node.tagName === 'input') return box;
    const isStruck = isElement && node.tagName === 'del' && !this.#dialect.isOwnText;
    const marks = isStruck ? this.strikes(node) : '';
    const inner = node.children.map((child) => this.plain(child as HastNode, box)).join('');
    return `${marks}${inner}${marks}`;
  }

  /** The signs around words that GFM would strike out. */
  strikes(node: HastNode): string {
    return /^~+/.exec(this.written(node))?.[0] ?? '~';
  }

  written({ position }: HastNode): string {
    const { start, end } = position ?? {};
    return start?.offset === undefined || end?.offset === undefined
      ? ''
      : this.source.slice(start.offset, end.offset);
  }

  /** Whether a node is a component that stands in a line of text, with words of its own. */
  isLine(node: HastNode): node is JsxElement {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
    return this.#dialect.components.get(node.name ?? '')?.content === 'words';
  }
}
