import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileBody } from './compile-body.ts';
import { plainLine } from './escape-markdown.ts';
import { hostileText } from './hostile-text.ts';
import { type Passage, wordsOf } from './passage.ts';
import { plainPassage, writeBody } from './write-body.ts';

/** What the compiler reads out of what was written. */
function readBack(passages: readonly Passage[]): string[] {
  const written = writeBody(passages, 'x.mdx');
  assert.ok(written.ok, written.ok ? '' : JSON.stringify(written.problems));
  const { body, problems } = compileBody(written.source, { file: 'x.mdx', linesAbove: 0 });
  assert.deepEqual(problems, []);
  return body.blocks.map(({ text }) => text);
}

for (const text of [
  'import tariffs rose 10%',
  'import {x} from "y"',
  'export const x = globalThis.ran = true',
  'export default 1',
  'important words',
  '# not a heading',
  '1. not a list',
  '- not a list',
  '---',
  '===',
  '> not a quotation',
  '| not | a table |',
  '{globalThis.ran = true}',
  '<script>alert(1)</script>',
  '<Figure caption={evil} />',
  '`code` and ``co`de``',
  'a `{b}` c',
  '*not* _emphasis_ **strong** ~struck~ ~~struck~~',
  '[x](javascript:alert(1)) ![y](z)',
  'AT&amp;T &#123;x&#125; &nbsp;',
  'https://example.org/a_b_c?x=1&y=2 and www.example.org and a@b.example',
  'C#',
  '\\',
  'a\\',
  '$400 million and $x^2$',
  '[^1] and [1]: http://x.example',
  ':::note',
  '\u202Eevil\u202C \u2066x\u2069',
  'line\u2028break',
]) {
  test(`“${text}” is read back as it was`, () => {
    for (const kind of ['paragraph', 'quote', 'item'] as const) {
      assert.deepEqual(readBack([{ kind, text }]), [plainLine(text)]);
    }
    assert.deepEqual(readBack([{ kind: 'heading', level: 1, text }]), [plainLine(text)]);
    assert.deepEqual(readBack([{ kind: 'figure', text, credit: text }]), [
      plainLine(text),
      plainLine(text),
    ]);
  });
}

test('words that need no escape stay as they are in the file', () => {
  const text = `"It's 10% -- so-called", he said (a_b excluded); $400 – 'x' & co.`.replace(
    'a_b ',
    '',
  );
  const written = writeBody([{ kind: 'paragraph', text }], 'x.mdx');
  assert.deepEqual(written, { ok: true, source: `${text}\n` });
});

test('passages of every kind, with hostile words, come back the same and in order', () => {
  const passage: fc.Arbitrary<Passage> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('paragraph', 'quote', 'item'),
      text: hostileText,
    }),
    fc.record({ kind: fc.constant('heading' as const), level: fc.nat(7), text: hostileText }),
    fc.record({ kind: fc.constant('figure' as const), text: hostileText, credit: hostileText }),
  );
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 8 }), (passages) => {
      const wanted = passages.map(plainPassage).filter(({ text }) => text !== '');
      assert.deepEqual(readBack(passages), wanted.flatMap(wordsOf));
    }),
    { numRuns: Number(process.env['HOSTILE_RUNS'] ?? 400) },
  );
});
