import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { type ServedSite, serveSite } from './served-site.ts';

/** What the catalogue card of each article shows; what the archive supplied stands in brackets. */
const CARDS: Readonly<Record<string, Readonly<Record<'Outlet' | 'Source' | 'Date', string>>>> = {
  '2009/lukashenka-says-he-will-make-no-new-concessions-to-west': {
    Outlet: '[RFE/RL]',
    Source: 'Reuters',
    Date: '[about August 2009]',
  },
  '2010/lukashenko-accuses-moscow-of-meddling': {
    Outlet: '[The Moscow Times]',
    Source: 'The Moscow Times Reuters',
    Date: '[about August 2010]',
  },
  '2011/lukashenko-offers-to-release-political-prisoners-to-resume-a-dialogue-with-the': {
    Outlet: '[Belarus in Focus]',
    Source: '[Belarus in Focus]',
    Date: '[about June 2011]',
  },
  '2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics': {
    Outlet: 'The Moscow Times',
    Source: 'Reuters',
    Date: '5 March 2019',
  },
  '2019/belaruss-lukashenka-touts-equal-partnership-with-russia-ahead-of-meeting-with': {
    Outlet: '[Unidentified republisher]',
    Source: 'RFE/RL',
    Date: '[about 5 December 2019]',
  },
};

let site: ServedSite;
let page: Page;

before(async () => {
  site = await serveSite();
  page = await site.open();
});

after(() => site.close());

describe('A fact that the archive supplied', () => {
  for (const [id, card] of Object.entries(CARDS)) {
    it(`stands in square brackets, and no other does: ${id}`, async () => {
      await page.goto(site.at(`/articles/${id}.html`));
      for (const [term, shown] of Object.entries(card)) {
        const definition = page.locator('dt', { hasText: new RegExp(`^\\s*${term}\\s*$`) });
        assert.equal(await seen(definition.locator('xpath=following-sibling::dd[1]')), shown, term);
      }
    });
  }

  it('stands in brackets in the head of the article and in lists as well', async () => {
    const id = '2009/lukashenka-says-he-will-make-no-new-concessions-to-west';
    await page.goto(site.at(`/articles/${id}.html`));
    const head = await seen(page.locator('article header'));
    assert.match(head, /\[RFE\/RL\]/);
    assert.match(head, /\[about August 2009\]/);
    assert.doesNotMatch(head, /\[Reuters\]/);
    await page.goto(site.at('/timeline/2019.html'));
    const list = await seen(page.getByRole('main'));
    assert.match(list, /\[about 5 December 2019\]/);
    assert.match(list, /\[Unidentified republisher\]/);
    assert.doesNotMatch(list, /\[5 March 2019\]|\[The Moscow Times\]|\[RFE\/RL\]|\[Reuters\]/);
  });

  it('leads to its evidence', async () => {
    const id = '2010/lukashenko-accuses-moscow-of-meddling';
    await page.goto(site.at(`/articles/${id}.html`));
    await page
      .locator('article header')
      .getByRole('link', { name: /about August 2010/ })
      .click();
    assert.equal(new URL(page.url()).hash, '#supplied-date');
    const evidence = page.getByText('Prikhodko threatened to publish the transcript');
    const box = await evidence.boundingBox();
    assert.ok(box && box.y < 900 && box.y > -50, `at ${box?.y}`);
  });
});

/** The words of an element as they are seen, with those that the stylesheet adds. */
function seen(element: ReturnType<Page['locator']>): Promise<string> {
  return element.evaluate((root) => {
    const added = (of: Element, which: string) =>
      /^"(.*)"$/.exec(getComputedStyle(of, which).content)?.[1] ?? '';
    const read = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (!(node instanceof Element)) return '';
      const inner = [...node.childNodes].map(read).join('');
      const text = `${added(node, '::before')}${inner.trim()}${added(node, '::after')}`;
      return /^inline$/.test(getComputedStyle(node).display) && !node.matches('li')
        ? `${/^\s/.test(inner) ? ' ' : ''}${text}${/\s$/.test(inner) ? ' ' : ''}`
        : ` ${text} `;
    };
    return read(root)
      .replace(/\s+/g, ' ')
      .replace(/\s*,\s*/g, ' ')
      .trim();
  });
}
