import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shippedArchive } from './archive-files.ts';
import { isRedirect, shippedSite } from './built-site.ts';
import { stylesOf } from './page-rules.ts';

const site = shippedSite();

/** What an article of the shipped archive does not have, and another has, or a reader chooses. */
const ELSEWHERE = [
  // Reading settings.
  /^\[data-(?:paper|size|line)/,
  // The menu says where a reader is, on the pages that it names.
  /\[aria-current\]/,
  // Elements that a text can hold.
  /\b(?:blockquote|ul|ol|h[2-6]|pre|table|th|td|code|hr|mark|button|select)\b/,
  /\.(?:center|right|credit)\b/,
  // An article with a note, one of another script, one of which only a part is published.
  /\.second\b|\[dir=|\.withheld\b/,
  // Outlets have seven colours, dates of two kinds.
  /^\.o\d$|\.about\b/,
  // The browser has it where a list or a disclosure is.
  /\.plain\b|\.lede\b/,
];

/** Every selector that declares something, without what a page has only at times: states, pseudo-elements. */
function selectorsOf(css: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  let text = '';
  for (const sign of css) {
    if (sign === '{') {
      const own = text.slice(Math.max(text.lastIndexOf(';'), text.lastIndexOf('}')) + 1).trim();
      const parent = open.findLast((one) => !one.startsWith('@'));
      open.push(
        parent !== undefined && !own.startsWith('@')
          ? own.replaceAll('&', /,/.test(parent) ? `:is(${parent})` : parent)
          : own,
      );
      text = '';
    } else if (sign === '}') {
      const selector = open.pop() ?? '';
      const isRule = !/^(?:@|$)/.test(selector);
      if (isRule && /[a-z-]+:/.test(text)) found.push(selector);
      text = '';
    } else text += sign;
  }
  const states =
    /:?:(?:before|after|first-line|placeholder|hover|focus(?:-within|-visible)?|target|backdrop|disabled)\b|:not\(:focus\)|:not\(\[aria-current\],:hover\)|:not\(:hover\)/g;
  return found
    .flatMap((selector) => selector.split(/,(?![^(]*\))/))
    .map((one) => one.replace(/:not\([^()]*:[^()]*\)/g, '').replace(states, ''))
    .map((one) => one.replace(/(?:^|[\s>+~])$/, '$&*').trim());
}

describe('The styles of a page', () => {
  const articles = shippedArchive().articles.map(({ address }) => site.page(address));

  it('are those of its kind: of an article, each meets something in an article', () => {
    const selectors = [...new Set(stylesOf(articles[0]?.html ?? '').flatMap(selectorsOf))];
    assert.ok(selectors.length > 80, `${selectors.length} selectors`);
    const unused = selectors
      .filter((selector) => !ELSEWHERE.some((pattern) => pattern.test(selector)))
      .filter((selector) => !articles.some(({ document }) => matches(document, selector)));
    assert.deepEqual(unused, []);
  });

  it('are at most 13,000 bytes of an article', () => {
    for (const { html } of articles) assert.ok((stylesOf(html)[0] ?? '').length <= 13_000);
  });

  it('are of few kinds: pages of one kind have them word for word alike', () => {
    const pages = site.pages.filter((page) => !isRedirect(page));
    const kinds = new Set(pages.map(({ html }) => stylesOf(html)[0]));
    assert.ok(kinds.size <= 40, `${kinds.size} kinds of styles on ${pages.length} pages`);
  });
});

function matches(document: Document, selector: string): boolean {
  if (/^(?::root|html|body)/.test(selector)) return true;
  return document.querySelector(selector) !== null;
}
