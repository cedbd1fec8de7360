import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { says } from './search-page.ts';
import { KINDS_OF_PAGE, type ServedSite, serveSite } from './served-site.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const EVERYTHING = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const;
/** All that the dark changes. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;
/** All that a narrow screen changes: what there is room for, and what is hidden. Colours are the same. */
const LAYOUT = {
  type: 'rule',
  values: [
    ...['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'region'],
    ...['heading-order', 'page-has-heading-one', 'landmark-unique', 'skip-link', 'bypass'],
    ...['label', 'label-title-only', 'link-name', 'button-name', 'select-name', 'list', 'tabindex'],
  ],
} as const;

type Rules = typeof EVERYTHING | typeof COLOURS | typeof LAYOUT;

interface Screen {
  readonly options: BrowserContextOptions;
  /** What is asked of a page, in which colours. */
  readonly asked: Readonly<Partial<Record<'light' | 'dark', Rules>>>;
}

/** `npm run check:accessibility` asks every rule in every way of reading. */
const SCREENS: Readonly<Record<string, Screen>> = {
  'light or dark, on a desk': { options: {}, asked: { light: EVERYTHING, dark: COLOURS } },
  'on a phone': {
    options: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    asked: { light: LAYOUT },
  },
};

let site: ServedSite;

before(async () => {
  site = await serveSite();
});

after(() => site.close());

/** What axe has against a page, in words. */
async function violations(page: Page, asked: Screen['asked']): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const rules = asked[colorScheme];
    if (rules === undefined) continue;
    await page.emulateMedia({ colorScheme });
    found.push(...(await judge(page, rules)).map((what) => `${colorScheme}: ${what}`));
  }
  return found;
}

async function judge(page: Page, { values, type }: Rules): Promise<string[]> {
  const runOnly = { type, values: [...values] };
  const options: RunOptions = { resultTypes: ['violations'], runOnly };
  const results = await page.evaluate((how) => {
    const { axe } = window as unknown as {
      axe: { run(on: Document, how: RunOptions): Promise<AxeResults> };
    };
    return axe.run(document, how);
  }, options);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
  );
}

for (const [screen, { options, asked }] of Object.entries(SCREENS)) {
  describe(`axe finds nothing against a page, ${screen}`, () => {
    let page: Page;

    before(async () => {
      // The pages' own policy would keep axe out.
      page = await site.open({ ...options, bypassCSP: true });
    });

    after(() => page.context().close());

    for (const [kind, address] of Object.entries(KINDS_OF_PAGE)) {
      it(`${kind}`, async () => {
        await page.goto(site.at(address));
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        assert.deepEqual(await violations(page, asked), []);
      });
    }

    it('a search with results, choices made', async () => {
      await page.goto(site.at('/search.html?q=Belarus&outlet=the-moscow-times'));
      await says(page, /found/);
      assert.deepEqual(await violations(page, asked), []);
    });

    it('a search with a name, reasons and suggestions', async () => {
      await page.goto(site.at('/search.html?q=Lukahsenka+Sochi'));
      await page.getByRole('status').filter({ hasText: 'found' }).waitFor();
      await page.getByRole('main').getByRole('searchbox').fill('Mins');
      await page.getByRole('option').first().waitFor();
      assert.deepEqual(await violations(page, asked), []);
    });

    it('a search that finds nothing', async () => {
      await page.goto(site.at('/search.html?q=xylophonist'));
      await says(page, /No article/);
      assert.deepEqual(await violations(page, asked), []);
    });

    it('a search that is still loading', async () => {
      await page.route('**/search/**', () => undefined);
      await page.goto(site.at('/search.html?q=Belarus'), { waitUntil: 'domcontentloaded' });
      await says(page, /Loading/);
      assert.deepEqual(await violations(page, asked), []);
      await page.unroute('**/search/**');
    });

    it('a search that can’t be had', async () => {
      await page.route('**/search/**', (route) => route.abort());
      await page.goto(site.at('/search.html?q=Belarus'));
      await says(page, /could not be loaded/);
      assert.deepEqual(await violations(page, asked), []);
      await page.unroute('**/search/**');
    });
  });
}

describe('The keyboard alone', () => {
  it('leads past the head to the text, and shows where it is', async () => {
    const page = await site.open();
    await page.goto(site.at(KINDS_OF_PAGE['an article with supplied facts'] ?? ''));
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    assert.match(await skip.innerText(), /content/i);
    const box = await skip.boundingBox();
    assert.ok(box && box.width > 40 && box.height > 10 && box.x >= 0 && box.y >= 0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.locator(':focus').evaluate((element) => element.closest('main') !== null));
    const ring = await page.locator(':focus').evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return `${outlineStyle} ${outlineWidth}`;
    });
    assert.match(ring, /^(?!none)\w+ [1-9]/);
    await page.context().close();
  });

  it('opens a search, narrows it and comes to a result', async () => {
    const page = await site.open();
    await page.goto(site.at('/index.html'));
    await page.keyboard.press('/');
    await page.keyboard.type('Lukashenko');
    await page.keyboard.press('Enter');
    await says(page, /found/);
    const box = page.getByRole('checkbox', { name: /Belarus in Focus/ }).first();
    await box.focus();
    await page.keyboard.press('Space');
    await says(page, /1 article/);
    assert.match(
      await page.locator(':focus').evaluate((element) => element.closest('label')?.innerText ?? ''),
      /Belarus in Focus/,
    );
    await page.context().close();
  });
});
