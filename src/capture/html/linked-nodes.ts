import { parseHTML } from 'linkedom';

/**
 * linkedom keeps a tree as one list: elements, after each its attributes, then what stands in it, then
 * its end (linkedom 0.18.12, shared/symbols.js). Going along the list is several times as fast as
 * asking each element for its first child and its next sibling.
 */
interface Linked {
  readonly nodeType: number;
  readonly [link: symbol]: Linked;
}

const [NEXT, END] = ['next', 'end'].map(linkNamed) as [symbol, symbol];

const [ELEMENT, ATTRIBUTE, TEXT] = [1, 2, 3];

function linkNamed(description: string): symbol {
  const { document } = parseHTML('<html><body></body></html>');
  const link = Object.getOwnPropertySymbols(document.body).find(
    (symbol) => symbol.description === description,
  );
  if (link === undefined)
    throw new Error(`linkedom links its nodes in another way: no ${description}.`);
  return link;
}

/** Elements below a node that pass a test, in the order of the page; templates are closed, as for a browser. */
export function elementsBelow(
  root: ParentNode,
  fits: (element: Element) => boolean,
  most = Infinity,
): Element[] {
  const found: Element[] = [];
  const end = (root as unknown as Linked)[END];
  let at = (root as unknown as Linked)[NEXT];
  while (at !== undefined && at !== end) {
    if (at.nodeType !== ELEMENT) {
      at = at[NEXT];
      continue;
    }
    const element = at as unknown as Element;
    if (fits(element) && found.push(element) >= most) return found;
    at = element.localName === 'template' ? at[END] : at[NEXT];
  }
  return found;
}

/** Whether an attribute of an element, with its value, passes a test; they are asked in their order. */
export function someAttribute(
  element: Element,
  fits: (name: string, value: string) => boolean,
): boolean {
  let at = (element as unknown as Linked)[NEXT];
  while (at?.nodeType === ATTRIBUTE) {
    const { name, value } = at as unknown as Attr;
    if (fits(name, value)) return true;
    at = at[NEXT];
  }
  return false;
}

/** What is done on the way through a tree. */
export interface Visitor {
  /** @returns whether to look at what stands in the element */
  readonly enter: (element: Element) => boolean;
  /** Called for each element that was entered, also for those not looked into. */
  readonly leave: (element: Element) => void;
  /** Called for the words right in an element, unless they are white space. */
  readonly text: (parent: Element | undefined) => void;
}

/** Goes through the elements below a node in the order of the page, without recursion; templates are closed. */
export function walkTree(root: ParentNode, { enter, leave, text }: Visitor): void {
  const end = (root as unknown as Linked)[END];
  const open: { element: Element; end: Linked }[] = [];
  let at: Linked | undefined = (root as unknown as Linked)[NEXT];
  while (at !== undefined && at !== end) {
    const last = open.at(-1);
    if (last !== undefined && at === last.end) {
      open.pop();
      leave(last.element);
    } else if (at.nodeType === TEXT) {
      if (/\S/.test((at as unknown as Text).data)) text(last?.element);
    } else if (at.nodeType === ELEMENT) {
      const element = at as unknown as Element;
      const close: Linked | undefined = at[END];
      const goesIn = enter(element) && element.localName !== 'template';
      if (close === undefined) leave(element);
      else {
        open.push({ element, end: close });
        if (!goesIn) {
          at = close;
          continue;
        }
      }
    }
    at = at[NEXT];
  }
}
