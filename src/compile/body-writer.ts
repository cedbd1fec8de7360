import type { HastNode, MdxJsxAttributeUnion } from 'satteri';
import { escapeHtml } from '../model/escape-html.ts';
import { nearest } from '../model/names/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { ALLOWED_ELEMENTS, isAllowedLink, PASSAGES, VOID_ELEMENTS } from './allowed.ts';
import { COMPONENTS } from './components.ts';

/** One passage of an article as plain text: a paragraph, heading, list item, cell, or a figure's words. */
export interface Block {
  readonly kind: 'text' | 'heading' | 'figure';
  readonly text: string;
  /** Id of the top-level element it stands in, so that it can be linked to. */
  readonly anchor: string;
}

type Element = Extract<HastNode, { type: 'element' }>;
type JsxElement = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

const RUNS = 'An article is data: nothing in it may run when the site is built or read.';
const UNKNOWN =
  'The closed list is what keeps text from strangers harmless and every article the same on any host.';

/** Writes a syntax tree as HTML, letting through what the closed list names and reporting all else. */
export class BodyWriter {
  readonly blocks: Block[] = [];
  readonly problems: Problem[] = [];
  readonly #source: string;
  readonly #origin: { file: string; linesAbove: number };
  #anchors = 0;
  #anchor = '';

  constructor(source: string, origin: { file: string; linesAbove: number }) {
    this.#source = source;
    this.#origin = origin;
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
        return this.#component(node);
      case 'mdxjsEsm':
        return this.#refuse(node, {
          what: `A paragraph begins with “${/^\w+/.exec(node.value)?.[0] ?? 'import'}”, which MDX reads as a line of program.`,
          why: RUNS,
          remedy: `Write its first letter as a character reference: ${characterReference(node.value)}${/^.(.{0,30})/.exec(node.value)?.[1] ?? ''}…`,
        });
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return this.#refuse(node, {
          what: `Braces {${node.value.slice(0, 40)}} are read as an expression.`,
          why: RUNS,
          remedy: 'Write \\{ and \\} where the braces are part of the text.',
        });
      default:
        return this.#refuse(node, {
          what: `The text holds ${node.type === 'raw' ? 'raw HTML' : `a node of the kind “${node.type}”`}.`,
          why: UNKNOWN,
          remedy: 'Write it as Markdown, or leave it out.',
        });
    }
  }

  #element(element: Element, top: boolean): string {
    const restored = this.#restored(element);
    if (restored !== undefined) return restored;
    const { tagName } = element;
    if (!ALLOWED_ELEMENTS.has(tagName)) {
      return this.#refuse(element, {
        what:
          tagName === 'img'
            ? 'The text holds an image.'
            : `Markdown here makes the element <${tagName}>.`,
        why: UNKNOWN,
        remedy:
          tagName === 'img'
            ? 'Keep the words of the picture with <Figure caption="…" credit="…" />.'
            : 'Write a backslash before the character that makes it, or leave it out.',
      });
    }
    const name = /^h[1-5]$/.test(tagName) ? `h${Number(tagName[1]) + 1}` : tagName;
    const attributes = `${top ? ` id="${this.#anchor}"` : ''}${this.#attributes(element)}`;
    if (VOID_ELEMENTS.has(tagName)) return `<${name}${attributes}>`;
    this.#keepPassage(element);
    const inner = element.children.map((child) => this.#node(child as HastNode)).join('');
    return `<${name}${attributes}>${inner}</${name}>`;
  }

  #attributes(element: Element): string {
    const { href, start, style } = element.properties;
    if (element.tagName === 'a') {
      if (typeof href !== 'string' || !isAllowedLink(href)) {
        this.#refuse(element, {
          what: `A link leads to “${String(href ?? '')}”.`,
          why: 'Only http, https and mail addresses are safe in a page and mean the same on every host.',
          remedy: 'Write the full address, or keep the text and leave the link out.',
        });
        return '';
      }
      return ` href="${escapeHtml(href)}" rel="external"`;
    }
    if (element.tagName === 'ol' && typeof start === 'number') return ` start="${start}"`;
    // Sätteri writes a column's alignment as an inline style, which a strict content policy blocks.
    const align = /^text-align: (left|right|center)$/.exec(String(style ?? ''))?.[1];
    return align === undefined ? '' : ` class="${align}"`;
  }

  /** Text that GFM would strike, link or tick by itself: an archive keeps it as it was written. */
  #restored(element: Element): string | undefined {
    const written = this.#written(element);
    if (element.tagName === 'del') {
      const marks = /^~+/.exec(written)?.[0] ?? '~';
      return `${marks}${element.children.map((child) => this.#node(child as HastNode)).join('')}${marks}`;
    }
    if (element.tagName === 'input') return element.properties['checked'] ? '[x]' : '[ ]';
    if (element.tagName === 'a' && !written.startsWith('[')) return escapeHtml(written);
    return undefined;
  }

  #component(element: JsxElement): string {
    const component = COMPONENTS.get(element.name ?? '');
    if (component === undefined) {
      const name = element.name ?? '';
      const guess = nearest(name, [...COMPONENTS.keys()]);
      return this.#refuse(element, {
        what: `<${name}> is not a component that an article may use.`,
        why: UNKNOWN,
        remedy: `${guess === undefined ? '' : `Did you mean <${guess}>? `}Use ${[...COMPONENTS.keys()].map((known) => `<${known}>`).join(', ')}, or write \\< where the sign is part of the text.`,
      });
    }
    const attributes = this.#plainAttributes(element, component);
    if (element.children.length > 0) {
      this.#refuse(element, {
        what: `<${element.name}> has content.`,
        why: 'What stands between its tags would be lost.',
        remedy: `Close it in itself, <${element.name} … />, and put the words into its attributes.`,
      });
    }
    const { html, texts } = component.render(attributes, this.#anchor);
    for (const text of texts) this.blocks.push({ kind: 'figure', text, anchor: this.#anchor });
    return html;
  }

  #plainAttributes(
    element: JsxElement,
    { required, optional }: { required: readonly string[]; optional: readonly string[] },
  ): Record<string, string> {
    const known = [...required, ...optional];
    const plain: Record<string, string> = {};
    for (const attribute of element.attributes as MdxJsxAttributeUnion[]) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
        this.#refuse(element, {
          what: `<${element.name}> has an attribute that is an expression or has no value.`,
          why: RUNS,
          remedy: `Write every attribute as plain text: ${known[0]}="…".`,
        });
      } else if (!known.includes(attribute.name)) {
        const guess = nearest(attribute.name, known);
        this.#refuse(element, {
          what: `<${element.name}> has no attribute “${attribute.name}”.`,
          why: 'What it says would be lost.',
          remedy: `${guess === undefined ? '' : `Did you mean “${guess}”? `}Use ${known.join(', ')}.`,
        });
      } else {
        plain[attribute.name] = attribute.value;
      }
    }
    for (const name of required.filter((name) => plain[name] === undefined)) {
      this.#refuse(element, {
        what: `<${element.name}> has no attribute “${name}”.`,
        why: 'It would show nothing.',
        remedy: `Add ${name}="…".`,
      });
    }
    return plain;
  }

  #keepPassage(element: Element): void {
    if (!PASSAGES.has(element.tagName)) return;
    const text = this.#plainText(element).replace(/\s+/g, ' ').trim();
    if (text === '') return;
    const kind = /^h\d$/.test(element.tagName) ? 'heading' : 'text';
    this.blocks.push({ kind, text, anchor: this.#anchor });
  }

  /** The words of an element, without those of passages inside it, which are kept by themselves. */
  #plainText(node: HastNode): string {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element') return '';
    if (node.tagName === 'br') return '\n';
    if (node.tagName === 'input') return node.properties['checked'] ? '[x]' : '[ ]';
    const inner = node.children
      .filter((child) => !(child.type === 'element' && PASSAGES.has(child.tagName)))
      .map((child) => this.#plainText(child as HastNode))
      .join('');
    const marks = node.tagName === 'del' ? (/^~+/.exec(this.#written(node))?.[0] ?? '~') : '';
    return `${marks}${inner}${marks}`;
  }

  #written(node: HastNode): string {
    const { start, end } = node.position ?? {};
    return start?.offset === undefined || end?.offset === undefined
      ? ''
      : this.#source.slice(start.offset, end.offset);
  }

  #refuse(node: HastNode, words: { what: string; why: string; remedy: string }): string {
    const start = node.position?.start;
    this.problems.push({
      file: this.#origin.file,
      ...(start && { line: start.line + this.#origin.linesAbove, column: start.column }),
      ...words,
    });
    return '';
  }
}

function characterReference(text: string): string {
  return `&#${text.codePointAt(0) ?? 0};`;
}
