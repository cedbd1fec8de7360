import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { escapeHtml } from './escape-html.ts';

test('the four signs that HTML reads something into are written as references', () => {
  assert.equal(escapeHtml(`<a b="c">&amp;'`), `&lt;a b=&quot;c&quot;&gt;&amp;amp;'`);
});

test('any text is read again as it was, in the text of a page and in an attribute', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...`<>&"'/=-! \n`, 'a', 'amp;', '#x3c;', 'é', '😀') }),
    fc.string(),
  );
  fc.assert(
    fc.property(text, (given) => {
      let words = '';
      let value: string | undefined;
      const names: string[] = [];
      const parser = new Parser({
        onopentag(name, attributes) {
          names.push(name);
          value = attributes['title'];
        },
        ontext: (data) => {
          words += data;
        },
      });
      parser.end(`<p title="${escapeHtml(given)}">${escapeHtml(given)}</p>`);
      assert.deepEqual([words, value, names], [given, given, ['p']]);
    }),
    { numRuns: 1000 },
  );
});
