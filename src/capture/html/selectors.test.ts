import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import { compiled } from './selectors.ts';

const { document } = parseHTML(`<html><body id="top" class="one two">
  <main role="main"><p class="lead two" lang="en-GB">x</p><div data-x="a b"><em class="two">y</em></div></main>
  <aside class="Related-box"><a href="/x.html" title='q"q'>z</a><a>no</a></aside>
</body></html>`);
const elements = [...document.querySelectorAll('*')] as unknown as Element[];
const names = (list: string) => {
  const { fits, others } = compiled(list);
  assert.equal(others, '', list);
  return elements.filter(fits).map(({ localName }) => localName);
};

describe('Selectors compiled once', () => {
  for (const [list, wanted] of [
    ['p', ['p']],
    ['P, EM', ['p', 'em']],
    ['.two', ['body', 'p', 'em']],
    ['p.two.lead', ['p']],
    ['#top', ['body']],
    ['[role="main"], [data-x~="b"]', ['main', 'div']],
    ['[class*="related" i]', ['aside']],
    ['[class*="related"]', []],
    ['[lang|="en"]', ['p']],
    ['[href^="/"][href$=".html"]', ['a']],
    [`[title='q"q']`, ['a']],
    ['a:not([href])', ['a']],
    ['main .two', ['p', 'em']],
    ['body main div em', ['em']],
    ['aside em', []],
    ['p, ', ['p']],
    ['*', elements.map(({ localName }) => localName)],
  ] as const) {
    it(`finds ${list} as the library does`, () => {
      assert.deepEqual(names(list), wanted);
      if (list.trim().endsWith(',')) return;
      const own = [...document.querySelectorAll(list)].map(({ localName }) => localName);
      assert.deepEqual(own, wanted);
    });
  }

  it('leave to the library what looks around an element', () => {
    for (const list of ['p + p', 'a > b', 'header:has(img)', 'li:first-child']) {
      assert.equal(compiled(list).others, list);
    }
    assert.equal(compiled('p, a > b').others, 'a > b');
  });
});
