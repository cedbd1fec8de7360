import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { escapeHtml } from '../../model/escape-html.ts';
import { markedNodes } from './marked.ts';

Object.assign(globalThis, { document: parseHTML('<!doctype html><p></p>').document });

/** The nodes of an excerpt, with the words of a mark between « and ». */
function shown(excerpt: string): string {
  return markedNodes(excerpt)
    .map((node) => {
      if (node.nodeType === node.TEXT_NODE) return node.textContent;
      assert.equal(node.nodeName, 'MARK');
      assert.ok([...node.childNodes].every((child) => child.nodeType === child.TEXT_NODE));
      return `«${node.textContent}»`;
    })
    .join('');
}

test('the words that were looked for are marked, and the rest is text', () => {
  const rows: [string, string][] = [
    ['', ''],
    ['no marks', 'no marks'],
    ['in <mark>Minsk</mark> on <mark>Monday</mark>.', 'in «Minsk» on «Monday».'],
    ['<mark>a</mark><mark>b</mark>', '«a»«b»'],
    ['AT&amp;T &lt;b&gt; &quot;c&quot; &#39;d&#39;', 'AT&T <b> "c" \'d\''],
    ['<mark>AT&amp;T</mark>', '«AT&T»'],
    ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
    ['&nbsp;&eacute;', '&nbsp;&eacute;'],
    ['<mark>not closed', '<mark>not closed'],
    ['<mark>over\ntwo lines</mark>', '«over\ntwo lines»'],
  ];
  for (const [excerpt, text] of rows) assert.equal(shown(excerpt), text);
});

test('whatever an excerpt holds, it makes text and marks, never another element', () => {
  const rows: [string, string][] = [
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['<mark><img src=x></mark>', '«<img src=x>»'],
    ['<mark onclick="a">b</mark>', '<mark onclick="a">b</mark>'],
    ['<MARK>a</MARK>', '<MARK>a</MARK>'],
  ];
  for (const [excerpt, text] of rows) assert.equal(shown(excerpt), text);
  const piece = fc.constantFrom(
    '<mark>',
    '</mark>',
    '<b>',
    '<svg onload=a>',
    '&lt;',
    '&',
    'é',
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      shown(pieces.join(''));
    }),
  );
});

test('an excerpt says the words that it was made of', () => {
  const words = fc.string({ unit: fc.constantFrom(...`<>&"'ab é`), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(words, fc.boolean())), (parts) => {
      const excerpt = parts
        .map(([text, marked]) => (marked ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
        .join('');
      const text = parts.map(([part, marked]) => (marked ? `«${part}»` : part)).join('');
      assert.equal(shown(excerpt), text);
    }),
    { numRuns: 500 },
  );
});
