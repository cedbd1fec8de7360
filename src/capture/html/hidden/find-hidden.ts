import { walkTree } from '../linked-nodes.ts';
import type { Page } from '../parse-page.ts';
import { Cascade } from './cascade.ts';
import { judge, type State, startState, unseenWords } from './judge.ts';
import { type Environments, EVERYWHERE } from './media.ts';
import type { Declaration } from './properties.ts';
import type { Sheet } from './read-sheet.ts';
import type { Unseen } from './shapes.ts';

/** What of a page its readers can't see. */
export interface Hidden {
  /** Why nothing in an element can be seen. */
  readonly trees: ReadonlyMap<Element, Unseen>;
  /** Why the words right in an element can't be seen; what stands in it deeper may be. */
  readonly words: ReadonlyMap<Element, Unseen>;
}

export const NOTHING_HIDDEN: Hidden = { trees: new Map(), words: new Map() };

/** The style sheets of a page, as far as they are at hand. */
export interface PageSheets {
  readonly sheets: readonly Sheet[];
  /** Whether the page asks for others. */
  readonly all: boolean;
}

/**
 * Finds what no reader of a page can see, by its style sheets and attributes: nothing is laid out and no
 * script is run. What is hidden on a wide screen and shown on a narrow one, or the other way round, can be seen.
 *
 * @returns also whether the sheets were more than is read, so that something hidden may have been missed
 */
export function findHidden(
  page: Page,
  { sheets, all }: PageSheets,
): { hidden: Hidden; unread: boolean } {
  const differs = sheets.some(({ rules }) =>
    rules.some(({ environments }) => environments !== EVERYWHERE),
  );
  const [wide, narrow] = differs ? [1, 2] : [EVERYWHERE, EVERYWHERE];
  const cascade = new Cascade(page, sheets, differs ? [wide, narrow] : [EVERYWHERE]);
  const hidden = onScreen(page, cascade, wide, { sheets, all });
  const unread = cascade.unread || sheets.some((sheet) => sheet.unread);
  if (!differs || hidden.trees.size + hidden.words.size === 0) return { hidden, unread };
  return { hidden: inBoth(hidden, onScreen(page, cascade, narrow, { sheets, all })), unread };
}

function onScreen(
  page: Page,
  cascade: Cascade,
  screen: Environments,
  { sheets, all }: PageSheets,
): Hidden {
  const keyframes = new Map<string, readonly Declaration[]>(
    sheets.flatMap((sheet) => [...sheet.keyframes]),
  );
  const trees = new Map<Element, Unseen>();
  const words = new Map<Element, Unseen>();
  const states: State[] = [];
  const shown: boolean[] = [];
  let [state, unseen] = [startState(all), unseenWords(startState(all))];
  walkTree(page, {
    enter: (element) => {
      states.push(state);
      shown.push(false);
      const { state: own, tree } = judge(element, cascade.of(element, screen), state, keyframes);
      if (tree !== undefined) trees.set(element, tree);
      if (own !== state) {
        state = own;
        unseen = unseenWords(own);
      }
      if (unseen !== undefined) words.set(element, unseen);
      // What is hidden whole need not be looked into.
      return tree?.sure !== true;
    },
    text: (parent) => {
      if (parent === undefined || words.get(parent)?.sure !== true) shown[shown.length - 1] = true;
    },
    leave: (element) => {
      const own = words.get(element);
      const isShown = shown.pop() === true && trees.get(element)?.sure !== true;
      if (isShown && shown.length > 0) shown[shown.length - 1] = true;
      // Nothing in it can be seen: it is one passage, not one for each of its parts.
      else if (!isShown && own?.sure === true && !trees.has(element)) trees.set(element, own);
      const before = states.pop();
      if (before !== undefined && before !== state) {
        state = before;
        unseen = unseenWords(before);
      }
    },
  });
  return { trees, words };
}

function inBoth(one: Hidden, other: Hidden): Hidden {
  // A tree that is shown whole on one screen may hold, on the other, what is hidden by itself.
  const covered = (element: Element): Unseen | undefined => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const tree = other.trees.get(at);
      if (tree !== undefined) return tree;
    }
    return undefined;
  };
  const both = (own: Unseen, there: Unseen | undefined) =>
    there === undefined ? [] : [own.sure ? { ...own, sure: there.sure } : own];
  return {
    trees: new Map(
      [...one.trees].flatMap(([element, own]) =>
        both(own, covered(element)).map((unseen) => [element, unseen] as const),
      ),
    ),
    words: new Map(
      [...one.words].flatMap(([element, own]) =>
        both(own, other.words.get(element) ?? covered(element)).map(
          (unseen) => [element, unseen] as const,
        ),
      ),
    ),
  };
}
