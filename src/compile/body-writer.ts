import type { HastNode } from 'satteri';
import { escapeHtml } from '../model/escape-html.ts';
import type { GuidePart } from '../model/guide.ts';
import { BLOCKS, PASSAGES, VOID_ELEMENTS } from './allowed.ts';
import { type JsxElement, readAttributes } from './component-attributes.ts';
import type { Attributes, Component, Dialect } from './dialect.ts';
import { HeadingIds } from './heading-ids.ts';
import { runsOf } from './line-runs.ts';
import { NodeWords } from './node-words.ts';
import * as refusals from './refusals.ts';

/** One passage of an article as plain text: a paragraph, heading, list item, cell, or a figure's words. */
export interface Block {
  readonly kind: 'text' | 'heading' | 'figure';
  readonly text: string;
  /** Id of the top-level element it stands in, so that it can be linked to. */
  readonly anchor: string;
}

type Element = Extract<HastNode, { type: 'element' }>;

/** Is told of everything that is not let through. */
export type Refuse = (node: HastNode, refusal: refusals.Refusal) => void;

/** Writes a syntax tree as HTML, letting through what a dialect names and refusing all else. */
export class BodyWriter {
  readonly blocks: Block[] = [];
  readonly #words: NodeWords;
  readonly #dialect: Dialect;
  readonly #refuse: Refuse;
  readonly #ids = new HeadingIds();
  readonly #toHeadings: { node: HastNode; id: string }[] = [];
  /** What was written last: HTML, or a slot with what stands in it. */
  #parts: GuidePart[] = [];
  #anchors = 0;
  #anchor = '';
  /** Levels, as written, of the headings that the text at hand stands under. */
  #outline: number[] = [];
  /** Number of the item at hand, until its first passage has it. */
  #number = '';
  /** Box of the task at hand, as it was written. */
  #box = '';
  #isInLink = false;

  constructor(source: string, dialect: Dialect, refuse: Refuse) {
    this.#words = new NodeWords(source, dialect);
    this.#dialect = dialect;
    this.#refuse = refuse;
  }

  /**
   * @param root a tree made by Sätteri with positions from the `source` given to the constructor
   * @returns HTML, with slots where the dialect has components that pages fill
   */
  write(root: HastNode): GuidePart[] {
    if (root.type !== 'root') throw new Error(`Expected the root of a tree, got ${root.type}.`);
    this.#passages(root.children as HastNode[], true);
    for (const { node, id } of this.#toHeadings) {
      if (!this.#ids.all.includes(id))
        this.#refuse(node, refusals.anchorRefusal(id, this.#ids.all));
    }
    return this.#parts;
  }

  /** Passages one below the other; words that stand between them without one of their own become one. */
  #passages(nodes: readonly HastNode[], top: boolean): void {
    const before = this.#parts.length;
    for (const run of runsOf(nodes, {
      source: this.#words.source,
      isWords: (node) => this.#isWords(node),
    })) {
      if (this.#parts.length > before) this.#write('\n');
      if (top) this.#anchor = `p${++this.#anchors}`;
      if ('node' in run) this.#node(run.node, top);
      else {
        this.#write('<p>');
        for (const node of run.words) this.#node(node);
        this.#write('</p>');
        this.#keep('text', run.words.map((node) => this.#plain(node)).join(''));
      }
    }
  }

  #isWords(node: HastNode): boolean {
    if (node.type === 'element') return !BLOCKS.has(node.tagName);
    return node.type === 'text' || node.type === 'mdxJsxTextElement' || this.#words.isLine(node);
  }

  #write(html: string): void {
    const last = this.#parts.length - 1;
    const part = this.#parts[last];
    if (typeof part === 'string') this.#parts[last] = part + html;
    else this.#parts.push(html);
  }

  #node(node: HastNode, top = false): void {
    switch (node.type) {
      case 'text':
        this.#write(escapeHtml(node.value));
        break;
      case 'element':
        this.#element(node, top);
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        this.#component(node, top);
        break;
      case 'mdxjsEsm':
        this.#refuse(node, refusals.programRefusal(node.value, this.#dialect));
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        this.#refuse(node, refusals.expressionRefusal(node.value));
        break;
      default:
        this.#refuse(node, refusals.nodeRefusal(node.type));
    }
  }

  #children({ children }: Element | JsxElement): void {
    for (const child of children) this.#node(child as HastNode);
  }

  #element(element: Element, top: boolean): void {
    if (this.#restore(element)) return;
    const { tagName } = element;
    if (!this.#dialect.elements.has(tagName)) {
      this.#refuse(element, refusals.elementRefusal(tagName, this.#dialect));
      return;
    }
    const isHeading = /^h[1-6]$/.test(tagName);
    if ((isHeading || tagName === 'a') && this.#plain(element).trim() === '') {
      this.#refuse(element, refusals.emptyRefusal(isHeading ? 'heading' : 'link'));
    }
    if (tagName === 'ol') this.#checkNumbers(element);
    const name = isHeading ? this.#heading(Number(tagName[1])) : tagName;
    this.#write(`<${name}${this.#id(element, isHeading, top)}${this.#attributes(element)}>`);
    if (VOID_ELEMENTS.has(tagName)) return;
    if (PASSAGES.has(tagName)) this.#keep(isHeading ? 'heading' : 'text', this.#plain(element));
    if (tagName === 'li') this.#item(element);
    else if (tagName === 'a') this.#linked(element, () => this.#children(element));
    else if (
      tagName === 'blockquote' &&
      element.children.some((node) => this.#words.isLine(node))
    ) {
      this.#passages(element.children as HastNode[], false);
    } else this.#children(element);
    this.#write(`</${name}>`);
  }

  #id(element: Element, isHeading: boolean, top: boolean): string {
    if (this.#dialect.anchors === 'passages') return top ? ` id="${this.#anchor}"` : '';
    return isHeading ? ` id="${escapeHtml(this.#ids.next(this.#plain(element)))}"` : '';
  }

  #linked(node: HastNode, write: () => void): void {
    if (this.#isInLink) this.#refuse(node, refusals.linkInLinkRefusal());
    const outside = this.#isInLink;
    this.#isInLink = true;
    write();
    this.#isInLink = outside;
  }

  /** Below the headline of the page, and skipping no level, whatever level the page began with. */
  #heading(level: number): string {
    while ((this.#outline.at(-1) ?? 0) >= level) this.#outline.pop();
    this.#outline.push(level);
    return `h${Math.min(this.#outline.length + 1, 6)}`;
  }

  #attributes(element: Element): string {
    const { href, title, start, style } = element.properties;
    if (element.tagName === 'a') {
      if (title) this.#refuse(element, refusals.linkTitleRefusal(String(title)));
      return this.#target(element, String(href ?? ''));
    }
    if (element.tagName === 'ol' && typeof start === 'number') return ` start="${start}"`;
    // Sätteri writes a column's alignment as an inline style, which a strict content policy blocks.
    const align = /^text-align: (left|right|center)$/.exec(String(style ?? ''))?.[1];
    return align === undefined ? '' : ` class="${align}"`;
  }

  #target(node: HastNode, address: string): string {
    const target = this.#dialect.target(address);
    if (target === undefined) {
      this.#refuse(node, refusals.addressRefusal(address, this.#dialect));
      return '';
    }
    const { href, isExternal } = target;
    if (href.startsWith('#')) this.#toHeadings.push({ node, id: decoded(href.slice(1)) });
    return ` href="${escapeHtml(href)}"${isExternal ? ' rel="external"' : ''}`;
  }

  /**
   * Text that GFM would strike, link or tick by itself: an archive keeps it as it was written. In its own
   * texts only the boxes of tasks stay text, and addresses in a link's words.
   *
   * @returns whether the element was such text, and is written
   */
  #restore(element: Element): boolean {
    if (element.tagName === 'input') {
      this.#write(this.#box);
      return true;
    }
    const isBareAddress = element.tagName === 'a' && !this.#words.written(element).startsWith('[');
    const isKept = !this.#dialect.isOwnText || (isBareAddress && this.#isInLink);
    if (!isKept || !(isBareAddress || element.tagName === 'del')) return false;
    const marks = isBareAddress ? '' : this.#words.strikes(element);
    this.#write(marks);
    this.#children(element);
    this.#write(marks);
    return true;
  }

  #component(element: JsxElement, top: boolean): void {
    const name = element.name ?? '';
    const component = this.#dialect.components.get(name);
    if (component === undefined) {
      this.#refuse(element, refusals.componentRefusal(name, this.#dialect));
      return;
    }
    const { attributes, refusals: wrong } = readAttributes(element, component);
    const fault = wrong.length === 0 ? component.check?.(attributes) : undefined;
    for (const refusal of fault ? [fault] : wrong) this.#refuse(element, refusal);
    if (component.content === 'words') {
      this.#linkComponent(element, component, attributes);
      return;
    }
    if (component.content === 'none' && element.children.length > 0) {
      this.#refuse(element, refusals.contentRefusal(name));
    }
    if (element.type === 'mdxJsxTextElement') {
      this.#refuse(element, refusals.inlineComponentRefusal(name));
    } else if (component.render === undefined) this.#slot(element, name, attributes);
    else {
      const { html, texts } = component.render(attributes, top ? this.#anchor : undefined);
      for (const text of texts) this.#keep('figure', text);
      this.#write(html);
    }
  }

  #slot(element: JsxElement, name: string, attributes: Attributes): void {
    const around = this.#parts;
    this.#parts = [];
    const { content } = this.#dialect.components.get(name) ?? {};
    if (content === 'blocks') {
      this.#passages(element.children as HastNode[], false);
      if (this.#parts.length === 0) this.#refuse(element, refusals.wordlessRefusal(name));
    }
    around.push({ name, attributes, children: this.#parts });
    this.#parts = around;
  }

  #linkComponent(element: JsxElement, { address }: Component, attributes: Attributes): void {
    if (this.#plain(element).trim() === '') {
      this.#refuse(element, refusals.wordlessRefusal(element.name ?? ''));
    }
    const to = address?.(attributes) ?? '';
    // What is wrong with the attributes has been told.
    this.#write(`<a${to === '' ? '' : this.#target(element, to)}>`);
    this.#linked(element, () => {
      for (const node of inLine(element)) {
        if (this.#isBlock(node))
          this.#refuse(node, refusals.blockInLineRefusal(element.name ?? ''));
        else this.#node(node);
      }
    });
    this.#write('</a>');
  }

  /** A browser numbers a list by itself; that must give the numbers that were written. */
  #checkNumbers(list: Element): void {
    const items = list.children.filter(({ type }) => type === 'element') as Element[];
    const first = Number(list.properties['start'] ?? 1);
    for (const [index, item] of items.entries()) {
      const written = /^\d+[.)]/.exec(this.#words.written(item))?.[0];
      const shown = `${first + index}.`;
      if (written !== undefined && written !== shown) {
        this.#refuse(item, refusals.numberRefusal(written, shown));
      }
    }
  }

  /** An item of a list: text of its own, and blocks that may stand before, between and after it. */
  #item(item: Element): void {
    const sign = /^(?:(\d+\.)|.)(?:\s+(\[[ xX]\]))?/.exec(this.#words.written(item));
    if (sign?.[1] !== undefined) this.#number += `${sign[1]} `;
    this.#box = sign?.[2] ?? '';
    let text = '';
    for (const child of item.children as HastNode[]) {
      if (this.#isBlock(child)) {
        this.#keep('text', text);
        text = '';
      } else text += this.#plain(child);
      this.#node(child);
    }
    this.#keep('text', text);
    this.#number = '';
  }

  #keep(kind: Block['kind'], words: string): void {
    const text = words.replace(/\s+/g, ' ').trim();
    if (text === '') return;
    this.blocks.push({ kind, text: `${this.#number}${text}`, anchor: this.#anchor });
    this.#number = '';
  }

  #plain(node: HastNode): string {
    return this.#words.plain(node, this.#box);
  }

  #isBlock(node: HastNode): boolean {
    return node.type === 'mdxJsxFlowElement'
      ? !this.#words.isLine(node)
      : node.type === 'element' && BLOCKS.has(node.tagName);
  }
}

/** The words of a component that stands on lines of its own are a paragraph to MDX; here they are words. */
function inLine({ children }: JsxElement): HastNode[] {
  const nodes = children as HastNode[];
  const [only, ...more] = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const isParagraph = only?.type === 'element' && only.tagName === 'p' && more.length === 0;
  return isParagraph ? (only.children as HastNode[]) : nodes;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
