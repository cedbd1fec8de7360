import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { type ServedSite, serveSite } from './served-site.ts';

/** What somebody who was never here asks, the links they follow from the front page, and the answer. */
const QUESTIONS: Readonly<Record<string, { clicks: readonly RegExp[]; answer: RegExp }>> = {
  'what was written in 2010': {
    clicks: [/^2010\b/],
    answer: /Lukashenko Accuses Moscow of Meddling/,
  },
  'what The Moscow Times has': {
    clicks: [/^The Moscow Times$/],
    answer: /Publisher of 2 articles[\s\S]*Seeks Better Ties[\s\S]*Accuses Moscow of Meddling/,
  },
  'where Medvedev is named': {
    clicks: [/Dmitry Medvedev/],
    answer: /Named in 1 article[\s\S]*Lukashenka Says He Will Make No New Concessions/,
  },
  'what is missing': {
    clicks: [/^What is missing$/],
    answer: /nothing from any outlet from 2012 to 2018/,
  },
};

const MOST = 3;

let site: ServedSite;
const pages: Record<string, Page> = {};

before(async () => {
  site = await serveSite();
  pages['on a desk'] = await site.open({ javaScriptEnabled: false });
  pages['on a phone'] = await site.open({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
});

after(() => site.close());

for (const device of ['on a desk', 'on a phone']) {
  describe(`A first-time reader finds from the front page in ${MOST} clicks at most, ${device}`, () => {
    for (const [question, { clicks, answer }] of Object.entries(QUESTIONS)) {
      it(question, async () => {
        const page = pages[device] as Page;
        await page.goto(site.url);
        assert.ok(clicks.length <= MOST);
        for (const name of clicks) {
          const link = page.getByRole('link', { name }).filter({ visible: true }).first();
          await link.click();
        }
        assert.match(await page.getByRole('main').innerText(), answer);
      });
    }
  });
}
