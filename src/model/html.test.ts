import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attribute, html } from './html.ts';

describe('Markup', () => {
  it('escapes text, and markup within markup once', () => {
    const link = html`<a${attribute('href', 'a?b&c="d"')}>${'“<b>” & \'c\' "d"'}</a>`;
    const list = html`<p>${[link, ', ', 2]}${false}${undefined}</p>`;
    assert.equal(
      list.text,
      '<p><a href="a?b&amp;c=&quot;d&quot;">“&lt;b&gt;” &amp; &#39;c&#39; &quot;d&quot;</a>, 2</p>',
    );
  });

  it('leaves out an attribute without a value, and names an empty one', () => {
    assert.equal(
      html`<i${attribute('dir', undefined)}${attribute('hidden', '')}></i>`.text,
      '<i hidden></i>',
    );
  });
});
