import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { traceCapture } from './trace-capture.ts';

/** A trace as text: what is kept stands between « and ». */
function shown(capture: string, passages: string[]): string {
  const { stretches } = traceCapture(capture, passages);
  return stretches.map(({ kept, text }) => (kept ? `«${text}»` : text)).join('');
}

test('what stands around and between the passages is furniture', () => {
  assert.equal(
    shown('Menu\nTitle\nShare this\nOne two.\nRelated', ['Title', 'One two.']),
    'Menu\n«Title»\nShare this\n«One two.»\nRelated',
  );
});

test('white space makes no difference, in the capture or in the passages', () => {
  const capture = '  Title\n\nOne\n   two\tthree\u00a0four.  \n';
  const { missing, stretches } = traceCapture(capture, ['Title', 'One two three four.']);
  assert.deepEqual(missing, []);
  assert.equal(stretches.filter(({ kept }) => kept).length, 1);
});

test('passages stand in the order in which the article has them', () => {
  assert.deepEqual(traceCapture('A b c d', ['b', 'd']).missing, []);
  assert.deepEqual(traceCapture('A b c d', ['d', 'b']).missing, ['b']);
  assert.deepEqual(traceCapture('A b', ['b', 'b']).missing, ['b']);
  assert.deepEqual(traceCapture('b A b', ['b', 'b']).missing, []);
});

test('one letter or mark that differs is missed', () => {
  const capture = '"It\'s -- so", he said on 5 March.';
  assert.deepEqual(traceCapture(capture, [capture]).missing, []);
  for (const [from, to] of [
    ['"It', '“It'],
    ["'", '’'],
    ['--', '—'],
    ['5', '6'],
    ['said', 'Said'],
  ] as const) {
    const passage = capture.replace(from, to);
    assert.deepEqual(traceCapture(capture, [passage]).missing, [passage]);
  }
});

test('a passage that is missing does not hide those after it', () => {
  assert.deepEqual(traceCapture('a b c', ['a', 'x', 'c']).missing, ['x']);
});

test('a capture that is Markdown is read as such, and its signs stay in the stretches', () => {
  const capture = '# A headline\n\nIt *costs* \\$400 \\[sic\\], says [Kremlin.ru](http://k.ru/).\n';
  const passages = ['A headline', 'It costs $400 [sic], says Kremlin.ru.'];
  assert.deepEqual(traceCapture(capture, passages).missing, []);
  assert.equal(shown(capture, passages), `# «${capture.slice(2)}»`);
});

test('signs that a plain text really has must stand in the article too', () => {
  assert.deepEqual(traceCapture('2 * 3 = [6]', ['2 * 3 = [6]']).missing, []);
  assert.deepEqual(traceCapture('snake_case x', ['snake_case', 'y']).missing, ['y']);
});

test('nothing is kept where there are no passages, and nothing stands in an empty capture', () => {
  assert.deepEqual(traceCapture('a', []).stretches, [{ kept: false, text: 'a' }]);
  assert.deepEqual(traceCapture('', ['a']), { stretches: [], missing: ['a'] });
  assert.deepEqual(traceCapture('a', ['', ' ']).missing, []);
});

const word = fc.string({ unit: fc.constantFrom(...'ab*_[]()\\#`é😀'), minLength: 1, maxLength: 4 });
const space = fc.constantFrom(' ', '\n', '\n\n', '\t ', '\u00a0');
const text = fc
  .array(fc.tuple(word, space), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));

test('the stretches joined are the capture again, whatever is looked for', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 5 }), (capture, passages) => {
      const { stretches, missing } = traceCapture(capture, passages);
      assert.equal(stretches.map((stretch) => stretch.text).join(''), capture);
      for (const [index, { kept, text: part }] of stretches.entries()) {
        assert.notEqual(part, '');
        assert.notEqual(kept, stretches[index + 1]?.kept);
      }
      assert.ok(missing.every((passage) => passages.includes(passage)));
    }),
    { numRuns: 1500 },
  );
});

test('paragraphs cut out of a text, in order, are all found in it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean())), (parts) => {
      const capture = parts.map(([part]) => part).join('\n');
      const passages = parts.filter(([, kept]) => kept).map(([part]) => part);
      assert.deepEqual(traceCapture(capture, passages).missing, []);
    }),
    { numRuns: 1000 },
  );
});
