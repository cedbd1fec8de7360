import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shippedArchive } from './archive-files.ts';
import { isRedirect, shippedSite } from './built-site.ts';
import { breaches, PAGE_RULES } from './page-rules.ts';

const site = shippedSite();
const baseUrl = shippedArchive().settings['baseUrl'] ?? '';

describe('Every page of the site', () => {
  for (const [name, rule] of Object.entries(PAGE_RULES)) {
    it(name, () => {
      assert.deepEqual(breaches(site, baseUrl, rule), []);
    });
  }

  it('stays where it is: none sends its reader on, as the shipped archive has no old addresses', () => {
    assert.ok(site.pages.length >= 70, `${site.pages.length} pages`);
    const redirects = site.pages.filter(isRedirect).map(({ address }) => address);
    assert.deepEqual(redirects, []);
  });
});
