import type { Page } from 'playwright-core';

/** Waits until the search page says something that fits, and shows as many results as it says. */
export async function says(page: Page, pattern: RegExp): Promise<void> {
  await page.waitForFunction(
    ({ source, flags }) => {
      const said = document.querySelector('[role=status]')?.textContent ?? '';
      const count = Number(/\b\d[\d,]*/.exec(said)?.[0].replaceAll(',', '') ?? 0);
      const shown = document.querySelectorAll('main li a[href*="/articles/"]').length;
      return new RegExp(source, flags).test(said) && shown >= Math.min(count, 10);
    },
    { source: pattern.source, flags: pattern.flags },
  );
}
