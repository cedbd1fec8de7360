import type { Page } from 'playwright-core';

/**
 * What of a page does not fit its screen, in words: the page itself where it can be moved sideways,
 * and text that stands outside of it.
 */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const wider = document.documentElement.scrollWidth - width;
    if (wider > 0) found.push(`the page is ${wider} px wider than the screen`);
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement));
    for (const element of document.querySelectorAll('body *')) {
      const { left, right, width: own } = element.getBoundingClientRect();
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!isText || own < 2 || !element.checkVisibility() || scrolls(element)) continue;
      if (right > width + 1 || left < -1) {
        found.push(`${element.tagName} “${element.textContent?.trim().slice(0, 40)}”`);
      }
    }
    return found;
  });
}
