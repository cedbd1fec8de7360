import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { compileBody } from './compile-body.ts';
import { hostileMdx, inline } from './hostile-mdx.fixture.ts';

const hostile = hostileMdx();

function compile(source: string) {
  return compileBody(source, { file: 'a.mdx', linesAbove: 0 });
}

const ATTRIBUTES: Readonly<Record<string, readonly RegExp[]>> = {
  a: [/^href=(?:https?:\/\/|mailto:)/i, /^rel=external$/],
  ol: [/^start=\d+$/],
  th: [/^class=(?:left|center|right)$/],
  td: [/^class=(?:left|center|right)$/],
  figure: [/^class=photo$/],
  span: [/^class=(?:label|caption|credit)$/, /^lang=en$/, /^dir=ltr$/],
};
const ELEMENTS = new Set([
  ...['p', 'blockquote', 'ul', 'ol', 'li', 'hr', 'pre', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['em', 'strong', 'code', 'br', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['figure', 'figcaption', 'span'],
]);

/** Reads HTML as a browser would, refuses what the closed list does not name, and gives its text. */
function readPage(html: string): string {
  const ids = new Set<string>();
  let depth = 0;
  let label = false;
  let text = '';
  const parser = new Parser({
    onopentag(name, attributes, isImplied) {
      assert.ok(ELEMENTS.has(name) && !isImplied, name);
      for (const [key, value] of Object.entries(attributes)) {
        if (key === 'id' && depth === 0) {
          assert.match(value, /^p\d+$/);
          assert.ok(!ids.has(value), value);
          ids.add(value);
        } else {
          const allowed = ATTRIBUTES[name] ?? [];
          assert.ok(
            allowed.some((pattern) => pattern.test(`${key}=${value}`)),
            `${name} ${key}=${value}`,
          );
        }
      }
      label = attributes['class'] === 'label';
      depth++;
    },
    onclosetag(name, isImplied) {
      assert.ok(!isImplied || name === 'br' || name === 'hr', `${name} is not closed`);
      label = false;
      depth--;
    },
    ontext(data) {
      if (!label) text += data;
    },
    oncomment: () => assert.fail('a comment'),
    onprocessinginstruction: () => assert.fail('an instruction'),
  });
  parser.end(html);
  assert.equal(depth, 0);
  return text;
}

test('whatever is compiled, the page holds elements and attributes of the closed list alone', () => {
  fc.assert(
    fc.property(hostile, (source) => {
      readPage(compile(source).body.html);
    }),
    { numRuns: 2000 },
  );
});

test('every refusal is told in sentences, at a place that the text has', () => {
  fc.assert(
    fc.property(hostile, (source) => {
      const lines = source.split(/\r\n?|\n/);
      for (const { line = 0, column = 0, what, why, remedy } of compile(source).problems) {
        assert.ok(line >= 1 && line <= lines.length + 1, `line ${line}`);
        assert.ok(column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1, `column ${column}`);
        for (const words of [what, why, remedy]) {
          assert.match(words, /^[^\n]*\S[.…?]$/);
          assert.doesNotMatch(words, /undefined|NaN|\[object/);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('a word of an accepted text is on the page, and what the page says the passages say', () => {
  let accepted = 0;
  fc.assert(
    fc.property(hostile, (source) => {
      const { body, problems } = compile(source);
      if (problems.length > 0) return;
      accepted++;
      const passages = body.blocks.map(({ text }) => text).join('\n');
      for (const [word] of source.replace(/\]\(http\S*/g, ' ').matchAll(/w\d+z/g)) {
        assert.ok(passages.includes(word), `${word} is lost`);
      }
      const numbers = /^(?:\d+\. )+/gm;
      const page = readPage(body.html).replace(/\s+/g, '');
      if (numbers.test(passages)) return;
      assert.equal(passages.replace(/\s+/g, ''), page);
    }),
    { numRuns: 4000 },
  );
  assert.ok(accepted > 300, `${accepted} texts were accepted`);
});

test('plain paragraphs are their own passages, one for one', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcdezщўíłŚ0123456789'),
    minLength: 1,
    maxLength: 9,
  });
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (paragraphs) => {
      const { body, problems } = compile(paragraphs.join('\n\n'));
      assert.deepEqual(problems, []);
      assert.deepEqual(
        body.blocks.map(({ text }) => text),
        paragraphs,
      );
    }),
    { numRuns: 1000 },
  );
});

/** Writes a line so that Markdown reads nothing into it. */
function written(text: string): string {
  const escaped = text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  return escaped.replace(/^[a-z]/, (first) => `&#${first.charCodeAt(0)};`);
}

test('any line of text can be written so that it is kept, mark for mark', () => {
  const line = fc
    .array(fc.oneof(inline, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 20 })
    .map((pieces) =>
      pieces
        .join('')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .filter((text) => text !== '');
  fc.assert(
    fc.property(line, (text) => {
      const { body, problems } = compile(written(text));
      assert.deepEqual(problems, []);
      assert.deepEqual(
        body.blocks.map((block) => block.text),
        [text],
      );
    }),
    { numRuns: 2000 },
  );
});
