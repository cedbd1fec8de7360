import type { Page } from 'playwright-core';

/** What an element with the focus is like. */
interface Focused {
  readonly name: string;
  readonly isSeen: boolean;
  readonly hasRing: boolean;
  readonly isCovered: boolean;
  readonly at: number;
}

const MOST = 400;

/**
 * Goes through a page with Tab alone: everything that can be used is come to, in the order of the page,
 * is seen, is not covered by another part and shows that it has the focus; nothing holds it fast.
 */
export async function walkByKeyboard(page: Page): Promise<{ wrong: string[]; stops: number }> {
  const wrong: string[] = [];
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  const wanted = await page.evaluate(
    () =>
      [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
        (element) =>
          element instanceof HTMLElement &&
          element.checkVisibility({ visibilityProperty: true }) &&
          element.tabIndex >= 0 &&
          !(element as HTMLInputElement).disabled &&
          // Of a group of radio buttons Tab comes to the chosen one; arrows go through the others.
          !element.matches('input[type=radio]:not(:checked)'),
      ).length,
  );
  let last = -1;
  let stops = 0;
  for (; stops < MOST; stops++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate((): Focused | undefined => {
      const element = document.activeElement as HTMLElement | null;
      if (element === null || element === document.body) return undefined;
      const box = element.getBoundingClientRect();
      const [x, y] = [box.x + Math.min(box.width, 24) / 2, box.y + box.height / 2];
      const top = document.elementFromPoint(x, y);
      const styles = [element, element.closest('label') ?? element].map((one) =>
        getComputedStyle(one),
      );
      return {
        name: `${element.localName} “${(element.textContent || element.getAttribute('aria-label') || element.getAttribute('name') || '').slice(0, 40)}”`,
        isSeen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        hasRing: styles.some(
          ({ outlineStyle, outlineWidth, boxShadow }) =>
            (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) ||
            boxShadow !== 'none',
        ),
        isCovered:
          top !== null && !element.contains(top) && !top.contains(element) && !top.closest('label'),
        at: [...document.querySelectorAll('*')].indexOf(element),
      };
    });
    if (focused === undefined) break;
    const { name, isSeen, hasRing, isCovered, at } = focused;
    // Without the bars of a browser around it, a page begins anew after its end.
    if (stops >= wanted && at < last) break;
    if (!isSeen) wrong.push(`${name} has the focus out of sight`);
    if (!hasRing) wrong.push(`${name} does not show that it has the focus`);
    if (isCovered) wrong.push(`${name} is covered while it has the focus`);
    if (at < last) wrong.push(`${name} comes out of order`);
    last = at;
  }
  if (stops === MOST && wanted < MOST) wrong.push('the focus never leaves the page');
  if (stops < Math.min(wanted, MOST)) wrong.push(`${stops} of ${wanted} are come to`);
  return { wrong, stops };
}
