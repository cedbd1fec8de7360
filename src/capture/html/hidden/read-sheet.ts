/// <reference path="./css-tokenizer.d.ts" />
import { tokenTypes as css, tokenize } from 'css-tree/tokenizer';
import { type Environments, EVERYWHERE, environmentsOf, NOWHERE } from './media.ts';
import { within } from './nesting.ts';
import { type Declaration, declarationOf } from './properties.ts';

/** A rule of a style sheet, as far as it could hide something. */
export interface Rule {
  readonly selectors: string;
  readonly declarations: readonly Declaration[];
  readonly environments: Environments;
  /** Name of its cascade layer; empty outside of all. */
  readonly layer: string;
}

/** What of a style sheet says whether something can be seen. */
export interface Sheet {
  readonly rules: readonly Rule[];
  /** Where animations end, by their names. */
  readonly keyframes: ReadonlyMap<string, readonly Declaration[]>;
  /** Cascade layers in the order in which they are first named. */
  readonly layers: readonly string[];
  /** Other sheets that it asks for, in order. */
  readonly imports: readonly { readonly href: string; readonly environments: Environments }[];
  /** Something in it is beyond what is read. */
  readonly unread: boolean;
}

/** Blocks one inside the other; people write three. */
const DEEPEST = 12;
/** Letters of a selector with those of the rules around it. */
const LONGEST = 4000;

interface Block {
  readonly kind: 'group' | 'style' | 'keyframes' | 'frame' | 'ignored';
  readonly selectors: string;
  readonly environments: Environments;
  readonly layer: string;
  readonly declarations: Declaration[];
  readonly name: string;
}

/**
 * Reads a style sheet by the rules of CSS Syntax (https://www.w3.org/TR/css-syntax-3/#parsing), in one pass
 * and without recursion. Tokens come from css-tree; its parser does not know rules in rules that begin with a name.
 */
export function readSheet(source: string): Sheet {
  const reader = new SheetReader(source);
  tokenize(source, (type, start, end) => reader.token(type, start, end));
  return reader.end();
}

class SheetReader {
  readonly #source: string;
  readonly #blocks: Block[] = [
    {
      kind: 'group',
      selectors: '',
      environments: EVERYWHERE,
      layer: '',
      declarations: [],
      name: '',
    },
  ];
  readonly #rules: Rule[] = [];
  readonly #keyframes = new Map<string, readonly Declaration[]>();
  readonly #layers: string[] = [];
  readonly #imports: { href: string; environments: Environments }[] = [];
  #unread = false;
  /** Pieces of the statement that is read, without comments; brackets that are open in it. */
  #pieces: string[] = [];
  #open: number[] = [];
  #anonymous = 0;

  constructor(source: string) {
    this.#source = source;
  }

  token(type: number, start: number, end: number): void {
    if (type === css.Comment || type === css.CDO || type === css.CDC) return;
    if (this.#inValue(type)) {
      this.#pieces.push(this.#source.slice(start, end));
      return;
    }
    if (type === css.LeftCurlyBracket) this.#begin();
    else if (type === css.RightCurlyBracket && this.#blocks.length > 1) this.#finish();
    else if (type === css.Semicolon) this.#statement();
    else this.#pieces.push(this.#source.slice(start, end));
  }

  end(): Sheet {
    this.#open = [];
    while (this.#blocks.length > 1) this.#finish();
    return {
      rules: this.#rules,
      keyframes: this.#keyframes,
      layers: this.#layers,
      imports: this.#imports,
      unread: this.#unread,
    };
  }

  /** Whether a token belongs to the statement, whatever it is: inside brackets, or in a property of one's own. */
  #inValue(type: number): boolean {
    const closes = CLOSES.get(type);
    const last = this.#open.at(-1);
    if (last !== undefined && type === last) {
      this.#open.pop();
      return true;
    }
    const isBlock = type === css.LeftCurlyBracket;
    if (closes !== undefined && (!isBlock || last !== undefined || this.#isOwnProperty())) {
      this.#open.push(closes);
      return true;
    }
    return last !== undefined;
  }

  #isOwnProperty(): boolean {
    return (
      this.#pieces.length > 0 && /^\s*--[^:]{1,200}:\s*$/.test(this.#pieces.slice(0, 8).join(''))
    );
  }

  #take(): string {
    const text = this.#pieces.join('').trim();
    this.#pieces = [];
    return text;
  }

  #begin(): void {
    const prelude = this.#take();
    const around = this.#blocks.at(-1) as Block;
    if (this.#blocks.length > DEEPEST) {
      this.#unread = true;
      this.#blocks.push({ ...around, kind: 'ignored', declarations: [] });
    } else this.#blocks.push(this.#blockOf(prelude, around));
  }

  #blockOf(prelude: string, around: Block): Block {
    const inner = { ...around, declarations: [], name: '' };
    if (around.kind === 'ignored') return inner;
    if (around.kind === 'keyframes') {
      return {
        ...inner,
        kind: /(?:^|,)\s*(?:to|100%)\s*(?:,|$)/i.test(prelude) ? 'frame' : 'ignored',
        name: around.name,
      };
    }
    const [, name = '', rest = ''] = /^@([\w-]+)\s*([\s\S]*)$/.exec(prelude) ?? [];
    if (name !== '') return this.#atRule(name.toLowerCase(), rest.trim(), inner);
    const selectors = around.selectors === '' ? prelude : within(around.selectors, prelude);
    if (selectors.length > LONGEST) {
      this.#unread ||= around.selectors !== '';
      return { ...inner, kind: 'ignored' };
    }
    return { ...inner, kind: 'style', selectors };
  }

  #atRule(name: string, prelude: string, inner: Block): Block {
    if (/^(?:-[a-z]+-)?keyframes$/.test(name)) {
      return { ...inner, kind: 'keyframes', name: prelude.replace(/^["']|["']$/g, '') };
    }
    const kind = inner.selectors === '' ? 'group' : 'style';
    if (name === 'media' || name === 'supports' || name === 'container') {
      const environments = inner.environments & environmentsOf(name, prelude);
      return environments === NOWHERE
        ? { ...inner, kind: 'ignored' }
        : { ...inner, kind, environments };
    }
    if (name === 'layer') {
      const own = prelude === '' ? `:${this.#anonymous++}` : prelude;
      return { ...inner, kind, layer: this.#layer(own, inner.layer) };
    }
    if (name === 'scope') {
      const [, root = ''] = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(prelude) ?? [];
      return root === '' ? { ...inner, kind } : { ...inner, kind: 'style', selectors: root };
    }
    return { ...inner, kind: 'ignored' };
  }

  #layer(name: string, around: string): string {
    const whole = around === '' ? name : `${around}.${name}`;
    if (!this.#layers.includes(whole)) {
      if (this.#layers.length < MOST_LAYERS) this.#layers.push(whole);
      else this.#unread = true;
    }
    return whole;
  }

  #statement(): void {
    const text = this.#take();
    const block = this.#blocks.at(-1) as Block;
    const [, name = '', rest = ''] = /^@([\w-]+)\s*([\s\S]*)$/.exec(text) ?? [];
    if (name.toLowerCase() === 'layer') {
      for (const one of rest.split(',')) this.#layer(one.trim(), block.layer);
    } else if (name.toLowerCase() === 'import') this.#import(rest);
    else if (name === '' && (block.kind === 'style' || block.kind === 'frame')) {
      for (const declaration of declarationOf(text)) block.declarations.push(declaration);
    }
  }

  #import(text: string): void {
    const [, quoted, bare, media = ''] =
      /^(?:url\(\s*)?(?:["']([^"']*)["']|url\(\s*([^"')\s]*))\s*\)?\s*([\s\S]*)$/i.exec(text) ?? [];
    const href = quoted ?? bare;
    const environments = environmentsOf(
      'media',
      media.replace(/^(?:layer(?:\([^)]*\))?|supports\([^)]*\))\s*/i, ''),
    );
    if (href !== undefined && environments !== NOWHERE) this.#imports.push({ href, environments });
  }

  #finish(): void {
    this.#statement();
    const block = this.#blocks.length > 1 ? this.#blocks.pop() : undefined;
    if (block === undefined || block.declarations.length === 0) return;
    if (block.kind === 'frame') this.#keyframes.set(block.name, block.declarations);
    if (block.kind !== 'style') return;
    const { selectors, declarations, environments, layer } = block;
    this.#rules.push({ selectors, declarations, environments, layer });
  }
}

const MOST_LAYERS = 500;

const CLOSES = new Map<number, number>([
  [css.LeftCurlyBracket, css.RightCurlyBracket],
  [css.LeftParenthesis, css.RightParenthesis],
  [css.Function, css.RightParenthesis],
  [css.LeftSquareBracket, css.RightSquareBracket],
]);
