import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import type { GuidePart } from '../model/guide.ts';
import { compileGuide } from './compile-guide.ts';
import { hostileMdx, WORD } from './hostile-mdx.fixture.ts';

const run: { canary?: unknown } = globalThis as { canary?: unknown };

const hostile = hostileMdx([
  ...[
    '{globalThis.canary = 1}',
    '{(() => { globalThis.canary = 2 })()}',
    ' canary={globalThis.canary = 3}',
  ],
  ...[
    '\n\nexport const c = (globalThis.canary = 4)\n\n',
    '\n\nimport "data:text/javascript,globalThis.canary=5"\n\n',
  ],
  ...[
    '<script>globalThis.canary = 6</script>',
    '<Note set:html="',
    '<Card article={globalThis.canary = 7} />',
  ],
  ...[
    `\n\n<Note title="${WORD}">\n\n${WORD}\n\n</Note>\n\n`,
    `\n\n<Note>${WORD}</Note>\n\n`,
    '<Note>',
    '</Note>',
  ],
  ...[
    '<Link to="people/a">',
    '<Link to="articles/2019/b#p1">',
    '</Link>',
    `<Link to="places/c">${WORD}</Link>`,
  ],
  ...[
    '\n\n<Card article="2019/b" />\n\n',
    '\n\n<Timeline from="2009" to="2019" />\n\n',
    '\n\n<Map />\n\n',
  ],
  ...[
    `\n\n<Quote article="2019/b" at="p2" text="${WORD}" />\n\n`,
    '](/people/a.html)',
    '](#a)',
    '\n\n## a\n\n',
  ],
]);

const SLOTS = new Set(['Quote', 'Card', 'Picture', 'Timeline', 'Map', 'Note']);
const ELEMENTS = new Set([
  ...['p', 'blockquote', 'ul', 'ol', 'li', 'hr', 'pre', 'h2', 'h3', 'h4', 'h5', 'h6', 'del'],
  ...['em', 'strong', 'code', 'br', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
const ATTRIBUTE =
  /^(?:href=(?:https?:\/\/.*|mailto:.*|#.*|(?:\.\.\/)*[\w.~%@+-]+(?:\/[\w.~%@+-]+)*(?:[?#].*)?)|rel=external|start=\d+|class=(?:left|center|right)|id=[^\s]+)$/is;

/** Reads the HTML of a guide as a browser would; refuses what is not on the list, and gives its text. */
function shown(parts: readonly GuidePart[]): string {
  let text = '';
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      assert.ok(ELEMENTS.has(name), name);
      for (const [key, value] of Object.entries(attributes)) {
        assert.match(`${key}=${value}`, ATTRIBUTE);
      }
      if (name === 'a') assert.ok(!open.includes('a'), 'a link in a link');
      open.push(name);
    },
    onclosetag: () => open.pop(),
    ontext(data) {
      text += data;
    },
    oncomment: () => assert.fail('a comment'),
    onprocessinginstruction: () => assert.fail('an instruction'),
  });
  for (const part of parts) {
    if (typeof part === 'string') parser.write(part);
    else {
      assert.ok(SLOTS.has(part.name), part.name);
      assert.ok(Object.values(part.attributes).every((value) => typeof value === 'string'));
      parser.write('\n');
      text += shown(part.children);
    }
  }
  parser.end();
  return text;
}

function attributesOf(parts: readonly GuidePart[]): string[] {
  return parts.flatMap((part) =>
    typeof part === 'string'
      ? []
      : [...Object.values(part.attributes), ...attributesOf(part.children)],
  );
}

test('a guide is refused with a line, or shows its words and nothing of the rest; nothing of it runs', () => {
  let accepted = 0;
  let slots = 0;
  fc.assert(
    fc.property(hostile, (source) => {
      const origin = { file: 'dossiers/a.mdx', linesAbove: 0 };
      const { guide, problems } = compileGuide(source, origin, '/dossiers/a.html');
      const page = shown(guide.parts);
      assert.equal(run.canary, undefined);
      const last = source.split(/\r\n?|\n/).length + 1;
      for (const { line = 0, column = 0, what, why, remedy } of problems) {
        assert.ok(line >= 1 && line <= last && column >= 1, `${line}:${column}`);
        for (const words of [what, why, remedy]) {
          assert.match(words, /^[^\n]*\S[.…?]$/);
          assert.doesNotMatch(words, /undefined|NaN|\[object/);
        }
      }
      if (problems.length > 0) return;
      accepted++;
      const attributes = attributesOf(guide.parts).join('\n');
      if (attributes !== '') slots++;
      const words = guide.words.join('\n');
      for (const [word] of source.replace(/\]\(http\S*/g, ' ').matchAll(/w\d+z/g)) {
        assert.ok(words.includes(word) || attributes.includes(word), `${word} is lost`);
      }
      if (/^(?:\d+\. )+/m.test(words)) return;
      assert.equal(words.replace(/\s+/g, ''), page.replace(/\s+/g, ''));
    }),
    { numRuns: 4000 },
  );
  assert.ok(accepted > 150, `${accepted} texts were accepted`);
  assert.ok(slots > 20, `${slots} of them have components`);
});
