import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Asked of nobody by AA, and met on purpose by few: enhanced contrast. */
const LEFT_OUT = ['color-contrast-enhanced'];

/** What axe has against a page, in words, and what it could not decide. */
export async function askAxe(page: Page): Promise<{ wrong: string[]; undecided: number }> {
  if (await page.evaluate(() => !('axe' in window))) await page.addScriptTag({ path: AXE });
  const options: RunOptions = {
    resultTypes: ['violations', 'incomplete'],
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries(LEFT_OUT.map((rule) => [rule, { enabled: false }])),
  };
  const { violations, incomplete } = await page.evaluate((how) => {
    const { axe } = window as unknown as {
      axe: { run(on: Document, how: RunOptions): Promise<AxeResults> };
    };
    return axe.run(document, how);
  }, options);
  return {
    wrong: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
    ),
    undecided: incomplete.reduce((sum, { nodes }) => sum + nodes.length, 0),
  };
}
