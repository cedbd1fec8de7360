import { compile, type Options } from 'css-select';
import { parse, type Selector } from 'css-what';
import { ancestorsTest } from '../selectors.ts';
import { partsOf } from './nesting.ts';

/** One selector of a page's rules, ready to be asked. */
export interface PageSelector {
  readonly matches: (element: Element) => boolean;
  /** Which counts more where several rules fit (https://www.w3.org/TR/selectors-4/#specificity-rules). */
  readonly specificity: number;
  /** What an element that fits has at least, to find it by. */
  readonly key: { readonly by: 'id' | 'class' | 'tag' | 'any'; readonly name: string };
  /** Whether it looks at the neighbours of an element, which takes longer. */
  readonly looksAround: boolean;
}

/** States that a page is not in when it is opened. */
const NOW_AND_THEN = new Set(
  'hover active focus focus-visible focus-within target visited user-invalid user-valid autofill popover-open fullscreen modal current past future playing'.split(
    ' ',
  ),
);

/**
 * The selectors of a list. Those of parts that no element is (::before) and of passing states are left out;
 * a list with an error counts for nothing, as in a browser.
 */
export function pageSelectors(list: string, options: Options<Element, Element>): PageSelector[] {
  try {
    const texts = partsOf(list);
    const parsed = texts.map((text) => parse(text)[0] ?? []);
    return parsed.flatMap((tokens, at) => {
      const last = tokens.at(-1);
      if (last === undefined || tokens.some(isPassing)) return [];
      let asked: ((element: Element) => boolean) | undefined;
      return [
        {
          matches: (element) => {
            asked ??= ancestorsTest(texts[at] ?? '') ?? compiled(tokens, options);
            return asked(element);
          },
          specificity: specificityOf(tokens),
          key: keyOf(tokens),
          looksAround: looksAround(tokens),
        },
      ];
    });
  } catch {
    return [];
  }
}

function compiled(
  tokens: Selector[],
  options: Options<Element, Element>,
): (element: Element) => boolean {
  try {
    return compile<Element, Element>([tokens], options);
  } catch {
    return () => false;
  }
}

function isPassing(token: Selector): boolean {
  return (
    token.type === 'pseudo-element' || (token.type === 'pseudo' && NOW_AND_THEN.has(token.name))
  );
}

function keyOf(tokens: readonly Selector[]): PageSelector['key'] {
  let found: PageSelector['key'] = { by: 'any', name: '' };
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (
      token === undefined ||
      /^(?:descendant|child|adjacent|sibling|column-combinator)$/.test(token.type)
    )
      break;
    if (token.type === 'attribute' && token.name === 'id' && token.action === 'equals')
      return { by: 'id', name: token.value };
    if (token.type === 'attribute' && token.name === 'class' && token.action === 'element')
      found = { by: 'class', name: token.value };
    else if (token.type === 'tag' && found.by === 'any')
      found = { by: 'tag', name: token.name.toLowerCase() };
  }
  return found;
}

function looksAround(tokens: readonly Selector[]): boolean {
  return tokens.some(
    (token) =>
      token.type === 'sibling' ||
      token.type === 'adjacent' ||
      (token.type === 'pseudo' &&
        (/^(?:has|nth-|first-|last-|only-)/.test(token.name) ||
          (Array.isArray(token.data) && token.data.some(looksAround)))),
  );
}

function specificityOf(tokens: readonly Selector[]): number {
  return tokens.reduce((sum, token) => sum + weightOf(token), 0);
}

const [ID, CLASS, TAG] = [1e6, 1e3, 1];

function weightOf(token: Selector): number {
  if (token.type === 'tag' || token.type === 'pseudo-element') return TAG;
  if (token.type === 'attribute')
    return token.name === 'id' && token.action === 'equals' ? ID : CLASS;
  if (token.type !== 'pseudo') return 0;
  if (token.name === 'where') return 0;
  if (/^(?:is|not|has|matches)$/.test(token.name) && Array.isArray(token.data)) {
    return Math.max(0, ...token.data.map(specificityOf));
  }
  return CLASS;
}
