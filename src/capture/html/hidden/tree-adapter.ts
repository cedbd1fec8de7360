import type { Options } from 'css-select';

/** How css-select goes about a tree of linkedom: by the public names of the DOM. */
export function treeOptions(): Options<Element, Element> {
  const children = new Map<Element, Element[]>();
  const childrenOf = (element: Element): Element[] => {
    let found = children.get(element);
    if (found === undefined) {
      found = [...element.children];
      children.set(element, found);
    }
    return found;
  };
  const find = (test: (element: Element) => boolean, from: Element[]): Element[] =>
    from.flatMap((element) => [
      ...(test(element) ? [element] : []),
      ...find(test, childrenOf(element)),
    ]);
  const findOne = (test: (element: Element) => boolean, from: Element[]): Element | null => {
    for (const element of from) {
      if (test(element)) return element;
      const below = findOne(test, childrenOf(element));
      if (below !== null) return below;
    }
    return null;
  };
  return {
    adapter: {
      isTag: (node): node is Element => node.nodeType === 1,
      existsOne: (test, elements) => findOne(test, elements) !== null,
      getAttributeValue: (element, name) => element.getAttribute(name) ?? undefined,
      getChildren: childrenOf,
      getName: (element) => element.localName,
      getParent: (element) => {
        const parent = element.parentNode;
        return parent?.nodeType === 1 ? (parent as Element) : null;
      },
      getSiblings: (element) =>
        element.parentElement === null ? [element] : childrenOf(element.parentElement),
      getText: (element) => element.textContent ?? '',
      hasAttrib: (element, name) => element.hasAttribute(name),
      removeSubsets: (elements) => elements,
      findAll: find,
      findOne,
    },
  };
}
