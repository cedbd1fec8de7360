import type { Page } from 'playwright-core';
import { overflowing } from '../../browser/overflow.ts';
import { askAxe } from './axe.ts';
import type { Condition } from './conditions.ts';

/** Everything that can be asked of one page in one condition. */
export async function lookAt(
  page: Page,
  { reflows }: Pick<Condition, 'reflows'>,
): Promise<{ wrong: string[]; undecided: number }> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const { wrong, undecided } = await askAxe(page);
  if (reflows) wrong.push(...(await overflowing(page)));
  const moving = await page.evaluate(() => document.getAnimations().length);
  if (moving > 0) wrong.push(`${moving} animations run`);
  return { wrong, undecided };
}
