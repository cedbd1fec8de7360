import { elementsBelow } from '../linked-nodes.ts';
import type { Page } from '../parse-page.ts';
import { type Environments, EVERYWHERE } from './media.ts';
import { type PageSelector, pageSelectors } from './page-selectors.ts';
import { type Declaration, declarationsOf } from './properties.ts';
import type { Rule, Sheet } from './read-sheet.ts';
import { treeOptions } from './tree-adapter.ts';

/** What the page's own styles say of an element, by property. */
export type Styles = ReadonlyMap<string, Said>;

/** What won for a property, and by what it won. */
export interface Said extends Declaration {
  readonly environments: Environments;
  /** In a style attribute. */
  readonly inline: boolean;
  /** Place in the cascade layers; more counts more. */
  readonly layer: number;
  readonly specificity: number;
}

/** Whether a selector fits is asked so often at most. A page with a large sheet needs some hundred thousand. */
const MOST_ASKED = 3_000_000;

/** Weight of attributes such as bgcolor, and of what browsers bring: below every rule. */
export const LEAST = -1;

/**
 * What all rules and style attributes say of the elements of a page, the last word on each property
 * (https://www.w3.org/TR/css-cascade-5/#cascade-sort), for each screen.
 */
export class Cascade {
  readonly #styles: readonly {
    readonly screen: Environments;
    readonly of: Map<Element, Map<string, Said>>;
  }[];
  readonly #elements: readonly Element[];
  /** There were more rules than are asked. */
  unread = false;

  constructor(page: Page, sheets: readonly Sheet[], screens: readonly Environments[]) {
    this.#styles = screens.map((screen) => ({ screen, of: new Map() }));
    this.#elements = elementsBelow(page, () => true);
    const asked = new Asked(this.#elements);
    const layers = new Map(
      [...new Set(sheets.flatMap((sheet) => sheet.layers))].map((name, at) => [name, at]),
    );
    for (const { rules } of sheets) {
      for (const rule of rules) {
        this.#apply(rule, asked, layers.get(rule.layer) ?? layers.size);
      }
    }
    this.unread = asked.exhausted;
    for (const element of this.#elements) this.#inline(element);
  }

  of(element: Element, screen: Environments): Styles | undefined {
    return this.#styles.find((styles) => styles.screen === screen)?.of.get(element);
  }

  #apply(rule: Rule, asked: Asked, layer: number): void {
    for (const selector of asked.selectors(rule.selectors)) {
      for (const element of asked.matching(selector)) {
        for (const declaration of rule.declarations) {
          this.#say(element, {
            ...declaration,
            environments: rule.environments,
            inline: false,
            layer,
            specificity: selector.specificity,
          });
        }
      }
    }
  }

  #inline(element: Element): void {
    const style = element.getAttribute('style');
    if (style === null) return;
    for (const declaration of declarationsOf(style)) {
      this.#say(element, {
        ...declaration,
        environments: EVERYWHERE,
        inline: true,
        layer: 0,
        specificity: 0,
      });
    }
  }

  #say(element: Element, said: Said): void {
    for (const { screen, of } of this.#styles) {
      if ((said.environments & screen) === 0) continue;
      let own = of.get(element);
      if (own === undefined) {
        own = new Map();
        of.set(element, own);
      }
      const before = own.get(said.property);
      if (before === undefined || wins(said, before)) own.set(said.property, said);
    }
  }
}

function wins(later: Said, before: Said): boolean {
  if (later.important !== before.important) return later.important;
  if (later.inline !== before.inline) return later.inline;
  if (later.layer !== before.layer) return later.layer > before.layer !== later.important;
  return later.specificity >= before.specificity;
}

/** Elements by what selectors ask for first, so that each is asked only what could be true of it. */
class Asked {
  readonly #all: readonly Element[];
  readonly #by = {
    id: new Map<string, Element[]>(),
    class: new Map<string, Element[]>(),
    tag: new Map<string, Element[]>(),
  };
  readonly #options = treeOptions();
  #left = MOST_ASKED;
  exhausted = false;

  constructor(elements: readonly Element[]) {
    this.#all = elements;
    for (const element of elements) {
      push(this.#by.tag, element.localName, element);
      const id = element.getAttribute('id');
      if (id !== null) push(this.#by.id, id, element);
      const names = element.getAttribute('class');
      if (names !== null) {
        for (const name of new Set(names.split(/\s+/)))
          if (name !== '') push(this.#by.class, name, element);
      }
    }
  }

  selectors(list: string): PageSelector[] {
    if (this.exhausted || !this.#couldFit(list)) return [];
    return pageSelectors(list, this.#options);
  }

  /** Most rules of a sheet are for other pages of its site: a class that no element has tells without reading the selector. */
  #couldFit(list: string): boolean {
    if (/[()[\]\\"']/.test(list)) return true;
    return list.split(',').some((selector) => {
      const own = /[^\s>+~]*$/.exec(selector.trimEnd().slice(-200))?.[0] ?? '';
      return [...own.matchAll(/([.#])([\w-]+)/g)].every(([, sign, name = '']) =>
        sign === '.' ? this.#by.class.has(name) : this.#by.id.has(name),
      );
    });
  }

  matching(selector: PageSelector): Element[] {
    const { by, name } = selector.key;
    const candidates = by === 'any' ? this.#all : (this.#by[by].get(name) ?? []);
    // Neighbours are looked through one after the other.
    this.#left -= candidates.length * (selector.looksAround ? 1 + this.#all.length / 20 : 1);
    this.exhausted ||= this.#left < 0;
    return this.exhausted ? [] : candidates.filter(selector.matches);
  }
}

function push(map: Map<string, Element[]>, key: string, element: Element): void {
  const held = map.get(key);
  if (held) held.push(element);
  else map.set(key, [element]);
}
