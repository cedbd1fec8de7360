import type { HastNode } from 'satteri';
import { escapeHtml } from '../model/escape-html.ts';
import { ALLOWED_ELEMENTS, BLOCKS, isAllowedLink, PASSAGES, VOID_ELEMENTS } from './allowed.ts';
import { type JsxElement, readAttributes } from './component-attributes.ts';
import { COMPONENTS } from './components.ts';
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

/** Writes a syntax tree as HTML, letting through what the closed list names and refusing all else. */
export class BodyWriter {
  readonly blocks: Block[] = [];
  readonly #source: string;
  readonly #refuse: Refuse;
  #anchors = 0;
  #anchor = '';
  /** Levels, as written, of the headings that the text at hand stands under. */
  #outline: number[] = [];
  /** Number of the item at hand, until its first passage has it. */
  #number = '';
  /** Box of the task at hand, as it was written. */
  #box = '';

  constructor(source: string, refuse: Refuse) {
    this.#source = source;
    this.#refuse = refuse;
  }

  /** @param root a tree made by Sätteri with positions from the `source` given to the constructor */
  write(root: HastNode): string {
    if (root.type !== 'root') throw new Error(`Expected the root of a tree, got ${root.type}.`);
    const parts: string[] = [];
    for (const node of root.children) {
      if (node.type === 'text') continue;
      this.#anchor = `p${++this.#anchors}`;
      parts.push(this.#node(node as HastNode, true));
    }
    return parts.join('\n');
  }

  #node(node: HastNode, top = false): string {
    switch (node.type) {
      case 'text':
        return escapeHtml(node.value);
      case 'element':
        return this.#element(node, top);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#component(node, top);
      case 'mdxjsEsm':
        return this.#refused(node, refusals.programRefusal(node.value));
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return this.#refused(node, refusals.expressionRefusal(node.value));
      default:
        return this.#refused(node, refusals.nodeRefusal(node.type));
    }
  }

  #children(element: Element): string {
    return element.children.map((child) => this.#node(child as HastNode)).join('');
  }

  #element(element: Element, top: boolean): string {
    const restored = this.#restored(element);
    if (restored !== undefined) return restored;
    const { tagName } = element;
    if (!ALLOWED_ELEMENTS.has(tagName)) {
      return this.#refused(element, refusals.elementRefusal(tagName));
    }
    const isHeading = /^h[1-6]$/.test(tagName);
    if ((isHeading || tagName === 'a') && this.#plainText(element).trim() === '') {
      this.#refuse(element, refusals.emptyRefusal(isHeading ? 'heading' : 'link'));
    }
    if (tagName === 'ol') this.#checkNumbers(element);
    const name = isHeading ? this.#heading(Number(tagName[1])) : tagName;
    const attributes = `${top ? ` id="${this.#anchor}"` : ''}${this.#attributes(element)}`;
    if (VOID_ELEMENTS.has(tagName)) return `<${name}${attributes}>`;
    if (PASSAGES.has(tagName)) this.#keep(isHeading ? 'heading' : 'text', this.#plainText(element));
    const inner = tagName === 'li' ? this.#item(element) : this.#children(element);
    return `<${name}${attributes}>${inner}</${name}>`;
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
      if (typeof href === 'string' && isAllowedLink(href)) {
        return ` href="${escapeHtml(href)}" rel="external"`;
      }
      return this.#refused(element, refusals.addressRefusal(String(href ?? '')));
    }
    if (element.tagName === 'ol' && typeof start === 'number') return ` start="${start}"`;
    // Sätteri writes a column's alignment as an inline style, which a strict content policy blocks.
    const align = /^text-align: (left|right|center)$/.exec(String(style ?? ''))?.[1];
    return align === undefined ? '' : ` class="${align}"`;
  }

  /** Text that GFM would strike, link or tick by itself: an archive keeps it as it was written. */
  #restored(element: Element): string | undefined {
    if (element.tagName === 'del') {
      const marks = this.#strikes(element);
      return `${marks}${this.#children(element)}${marks}`;
    }
    if (element.tagName === 'input') return this.#box;
    const isBareAddress = element.tagName === 'a' && !this.#written(element).startsWith('[');
    return isBareAddress ? this.#children(element) : undefined;
  }

  #strikes(element: Element): string {
    return /^~+/.exec(this.#written(element))?.[0] ?? '~';
  }

  #component(element: JsxElement, top: boolean): string {
    const name = element.name ?? '';
    const component = COMPONENTS.get(name);
    if (component === undefined) return this.#refused(element, refusals.componentRefusal(name));
    const read = readAttributes(element, component);
    for (const refusal of read.refusals) this.#refuse(element, refusal);
    if (element.children.length > 0) this.#refuse(element, refusals.contentRefusal(name));
    if (element.type === 'mdxJsxTextElement') {
      return this.#refused(element, refusals.inlineComponentRefusal(name));
    }
    const { html, texts } = component.render(read.attributes, top ? this.#anchor : undefined);
    for (const text of texts) this.#keep('figure', text);
    return html;
  }

  /** A browser numbers a list by itself; that must give the numbers that were written. */
  #checkNumbers(list: Element): void {
    const items = list.children.filter(({ type }) => type === 'element') as Element[];
    const first = Number(list.properties['start'] ?? 1);
    for (const [index, item] of items.entries()) {
      const written = /^\d+[.)]/.exec(this.#written(item))?.[0];
      const shown = `${first + index}.`;
      if (written !== undefined && written !== shown) {
        this.#refuse(item, refusals.numberRefusal(written, shown));
      }
    }
  }

  /** An item of a list: text of its own, and blocks that may stand before, between and after it. */
  #item(item: Element): string {
    const sign = /^(?:(\d+\.)|.)(?:\s+(\[[ xX]\]))?/.exec(this.#written(item));
    if (sign?.[1] !== undefined) this.#number += `${sign[1]} `;
    this.#box = sign?.[2] ?? '';
    let html = '';
    let text = '';
    for (const child of item.children as HastNode[]) {
      if (isBlock(child)) {
        this.#keep('text', text);
        text = '';
      } else text += this.#plainText(child);
      html += this.#node(child);
    }
    this.#keep('text', text);
    this.#number = '';
    return html;
  }

  #keep(kind: Block['kind'], words: string): void {
    const text = words.replace(/\s+/g, ' ').trim();
    if (text === '') return;
    this.blocks.push({ kind, text: `${this.#number}${text}`, anchor: this.#anchor });
    this.#number = '';
  }

  #plainText(node: HastNode): string {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element') return '';
    if (node.tagName === 'br') return '\n';
    if (node.tagName === 'input') return this.#box;
    const marks = node.tagName === 'del' ? this.#strikes(node) : '';
    const inner = node.children.map((child) => this.#plainText(child as HastNode)).join('');
    return `${marks}${inner}${marks}`;
  }

  #written(node: HastNode): string {
    const { start, end } = node.position ?? {};
    return start?.offset === undefined || end?.offset === undefined
      ? ''
      : this.#source.slice(start.offset, end.offset);
  }

  #refused(node: HastNode, refusal: refusals.Refusal): string {
    this.#refuse(node, refusal);
    return '';
  }
}

function isBlock(node: HastNode): boolean {
  return node.type === 'mdxJsxFlowElement' || (node.type === 'element' && BLOCKS.has(node.tagName));
}
