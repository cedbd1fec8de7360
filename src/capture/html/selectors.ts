/**
 * Tests of elements against selectors, compiled once. linkedom compiles a selector at every call and
 * tries each part of a list on each element; the readers of pages ask with lists of hundreds of parts.
 */

import { someAttribute } from './linked-nodes.ts';

/** A list of selectors, ready to be asked. */
export interface Compiled {
  /** Whether one of the parts that look at the element alone fits it. */
  readonly fits: (element: Element) => boolean;
  /** Parts that look around the element, as a list for the library; empty where there are none. */
  readonly others: string;
}

const SPACES = /[\t\n\f\r ]+/;

type Test = (element: Element) => boolean;

const PART =
  /\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*(i)?\s*)?\]|([.#])((?:[\w-]|[^\0-\x7f])+)|^([a-z][\w-]*|\*)|:not\(([^()]+)\)/iy;

const known = new Map<string, Compiled>();

/** The compiled form of a list of selectors, kept for the next call. */
export function compiled(list: string): Compiled {
  let found = known.get(list);
  if (found === undefined) {
    found = compile(list);
    known.set(list, found);
  }
  return found;
}

function compile(list: string): Compiled {
  const buckets = new Buckets();
  const others: string[] = [];
  for (const part of split(list)) {
    if (part === '') continue;
    const asked = withAncestors(part);
    if (asked === undefined) others.push(part);
    else buckets.add(asked);
  }
  return { fits: (element) => buckets.fit(element), others: others.join(',') };
}

/** Parts of a list at its outermost commas, or at another sign. */
function split(list: string, by = ','): string[] {
  const parts: string[] = [];
  let [depth, quote, start] = [0, '', 0];
  for (let at = 0; at < list.length; at++) {
    const sign = list[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (sign === by && depth === 0) {
      parts.push(list.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, list.slice(start).trim()];
}

interface Simple {
  readonly tag?: string;
  readonly id?: string;
  readonly name?: string;
  readonly attribute?: string;
  readonly tests: readonly Test[];
}

/** A selector whose parts are parted by white space alone: the last is asked of the element, the others of those above. */
function withAncestors(selector: string): Simple | undefined {
  const parts = split(selector, ' ')
    .filter((part) => part !== '')
    .map(simple);
  const own = parts.pop();
  if (own === undefined || parts.includes(undefined)) return undefined;
  if (parts.length === 0) return own;
  const above = (parts as Simple[]).reverse();
  return { ...own, tests: [...own.tests, (element) => standsIn(element, above)] };
}

/**
 * The test for one selector whose parts are parted by white space alone.
 *
 * @returns undefined for any other
 */
export function ancestorsTest(selector: string): Test | undefined {
  const asked = withAncestors(selector);
  return asked && ((element) => asked.tests.every((test) => test(element)));
}

function standsIn(element: Element, above: readonly Simple[]): boolean {
  let at = element.parentElement;
  for (const { tests } of above) {
    while (at && !tests.every((test) => test(at as Element))) at = at.parentElement;
    if (at === null) return false;
    at = at.parentElement;
  }
  return true;
}

/** What a selector asks of an element alone; undefined where it asks of others too, or in a way not known here. */
function simple(selector: string): Simple | undefined {
  const found: { tag?: string; id?: string; name?: string; attribute?: string } = {};
  const tests: Test[] = [];
  let next = 0;
  for (let at = 0; at < selector.length; at = next) {
    PART.lastIndex = at;
    const match = PART.exec(selector);
    if (match === null) return undefined;
    next = PART.lastIndex;
    const [, attribute, how, double, single, bare, anyCase, sign, word = '', tag, not] = match;
    if (not !== undefined) {
      const refused = simple(not.trim());
      if (refused === undefined) return undefined;
      tests.push((element) => !refused.tests.every((test) => test(element)));
    } else if (attribute !== undefined) {
      found.attribute ??= attribute;
      tests.push(attributeTest(attribute, how, double ?? single ?? bare ?? '', anyCase === 'i'));
    } else if (sign === '.') {
      found.name ??= word;
      tests.push((element) => hasWord(element.getAttribute('class'), word));
    } else if (sign === '#') {
      found.id ??= word;
      tests.push((element) => element.getAttribute('id') === word);
    } else if (tag !== undefined && tag !== '*') {
      const local = tag.toLowerCase();
      found.tag = local;
      tests.push((element) => element.localName === local);
    }
  }
  return { ...found, tests };
}

/** Whether a list of words parted by white space has one; linkedom's own lists are made anew at every look. */
function hasWord(list: string | null, word: string): boolean {
  if (list === null) return false;
  for (let at = list.indexOf(word); at !== -1; at = list.indexOf(word, at + 1)) {
    const [before, after] = [list[at - 1], list[at + word.length]];
    if ((before === undefined || SPACE.test(before)) && (after === undefined || SPACE.test(after)))
      return true;
  }
  return false;
}

const SPACE = /[\t\n\f\r ]/;

function attributeTest(
  name: string,
  how: string | undefined,
  wanted: string,
  anyCase: boolean,
): Test {
  if (how === undefined) return (element) => element.hasAttribute(name);
  const value = anyCase ? wanted.toLowerCase() : wanted;
  const compare = comparison(how, value);
  return (element) => {
    const own = element.getAttribute(name);
    return own !== null && compare(anyCase ? own.toLowerCase() : own);
  };
}

function comparison(how: string, value: string): (own: string) => boolean {
  if (how === '=') return (own) => own === value;
  if (how === '|=') return (own) => own === value || own.startsWith(`${value}-`);
  if (value === '') return () => false;
  if (how === '^=') return (own) => own.startsWith(value);
  if (how === '$=') return (own) => own.endsWith(value);
  if (how === '*=') return (own) => own.includes(value);
  return (own) => own.split(/\s+/).includes(value);
}

/** Tests by what they need first, so that an element is asked only what could be true of it. */
class Buckets {
  readonly #byTag = new Map<string, Simple[]>();
  readonly #byId = new Map<string, Simple[]>();
  readonly #byName = new Map<string, Simple[]>();
  readonly #byAttribute = new Map<string, Simple[]>();
  readonly #any: Simple[] = [];

  add(asked: Simple): void {
    if (asked.id !== undefined) push(this.#byId, asked.id, asked);
    else if (asked.name !== undefined) push(this.#byName, asked.name, asked);
    else if (asked.attribute !== undefined) push(this.#byAttribute, asked.attribute, asked);
    else if (asked.tag !== undefined) push(this.#byTag, asked.tag, asked);
    else this.#any.push(asked);
  }

  fit(element: Element): boolean {
    if (this.#any.length > 0 || holds(this.#byTag.get(element.localName), element)) return true;
    if (this.#byId.size + this.#byName.size + this.#byAttribute.size === 0) return false;
    return someAttribute(element, (name, value) => {
      if (name === 'id' && holds(this.#byId.get(value), element)) return true;
      if (name === 'class' && this.#byName.size > 0) {
        for (const word of value.split(SPACES))
          if (holds(this.#byName.get(word), element)) return true;
      }
      return holds(this.#byAttribute.get(name), element);
    });
  }
}

function holds(asked: readonly Simple[] | undefined, element: Element): boolean {
  return asked?.some(({ tests }) => tests.every((test) => test(element))) ?? false;
}

function push(buckets: Map<string, Simple[]>, key: string, asked: Simple): void {
  const held = buckets.get(key);
  if (held) held.push(asked);
  else buckets.set(key, [asked]);
}
