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

const [ELEMENT, ATTRIBUTE] = [1, 2];

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
