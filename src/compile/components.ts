import { escapeHtml } from '../model/escape-html.ts';
import { ALLOWED_ELEMENTS, isAllowedLink } from './allowed.ts';
import type { Component, Dialect } from './dialect.ts';

/** A picture's caption and credit, which are part of the record though the picture is not kept. */
const Figure: Component = {
  required: ['caption'],
  optional: ['credit'],
  content: 'none',
  render({ caption = '', credit }, anchor) {
    const creditHtml =
      credit === undefined ? '' : ` <span class="credit">${escapeHtml(credit)}</span>`;
    const id = anchor === undefined ? '' : ` id="${anchor}"`;
    return {
      html: `<figure class="photo"${id}><figcaption><span class="label" lang="en" dir="ltr">Photograph, not kept</span> <span class="caption">${escapeHtml(caption)}</span>${creditHtml}</figcaption></figure>`,
      texts: credit === undefined ? [caption] : [caption, credit],
    };
  },
};

/** What an article may hold: what was printed, and nothing of the site around it. */
export const ARTICLE: Dialect = {
  noun: 'article',
  elements: ALLOWED_ELEMENTS,
  components: new Map([['Figure', Figure]]),
  target: (address) => (isAllowedLink(address) ? { href: address, isExternal: true } : undefined),
  linkRemedy: 'Write the full address, or keep the text and leave the link out.',
  imageRemedy: 'Keep the words of the picture with <Figure caption="…" credit="…" />.',
  anchors: 'passages',
  isOwnText: false,
};
