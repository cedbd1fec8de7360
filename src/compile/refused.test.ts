import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from './compile-body.ts';

const FILE = 'articles/2009/a.mdx';

type Row = readonly [source: string, place: string, what: RegExp, remedy: RegExp];

/** Each source is refused for one thing alone, at the place given as line:column. */
function assertRefused(rows: readonly Row[]): void {
  for (const [source, place, what, remedy] of rows) {
    const { problems } = compileBody(source, { file: FILE, linesAbove: 0 });
    assert.equal(problems.length, 1, `${source}: ${problems.map((p) => p.what).join(' ')}`);
    const [problem] = problems;
    assert.equal(problem?.file, FILE);
    assert.equal(`${problem?.line}:${problem?.column}`, place, source);
    assert.match(problem?.what ?? '', what, source);
    assert.match(problem?.remedy ?? '', remedy, source);
    assert.match(problem?.why ?? '', /^[A-Z].*\.$/, source);
  }
}

test('what MDX would run is refused, with the way to write it as text', () => {
  assertRefused([
    ['One {1 + 1} two.', '1:5', /^Braces \{1 \+ 1\}/, /\\\{ and \\\}/],
    ['{process.exit()}', '1:1', /^Braces/, /\\\{/],
    ['Text.\n\n{/* a comment */}', '3:1', /^Braces \{\/\* a comment/, /\\\{/],
    ['a {x\n+ y} b', '1:3', /^Braces \{x \+ y\}/, /\\\{/],
    ['a {not clear} b', '1:3', /^Braces \{not clear\}/, /\\\{/],
    ['Ж\n\nЖ {not\nclear} b', '3:3', /^Braces \{not clear\}/, /\\\{/],
    ['<Figure caption={not clear} />', '1:17', /^Braces \{not clear\}/, /\\\{/],
    ['import x from "node:fs"', '1:1', /begins with “import”/, /&#105;mport x from/],
    ['Text.\n\nexport const x = 1', '3:1', /begins with “export”/, /&#101;xport const x = 1/],
    ['import tariffs rose 10%.', '1:1', /“import”/, /&#105;mport tariffs rose 10%\.…$/],
    ['export of “potash” isn’t', '1:1', /“export”/, /&#101;xport of “potash”/],
    ['export `a\\', '1:1', /“export”/, /&#101;/],
  ]);
});

test('what MDX cannot read is refused where it breaks off', () => {
  assertRefused([
    ['a {b', '1:3', /cannot be read as MDX: Unexpected end of file in expression.*`\{`\.$/, /\\\{/],
    ['Лукашенко 😀 <', '1:14', /Unexpected character after `<`/, /\\</],
    ['a\r\n\r\nb <1', '3:3', /Unexpected character/, /\\</],
    ['<https://example.org>', '1:1', /cannot be read as MDX/, /\\</],
    ['a\n\n<!-- a comment -->', '3:1', /Unexpected character `!`/, /\\</],
    [
      '</Figure>',
      '1:1',
      /Unexpected closing tag `<\/Figure>`, expected an open tag first\.$/,
      /\\</,
    ],
    ['<Figure caption="a', '1:1', /cannot be read as MDX/, /\\</],
  ]);
});

test('a component that is not registered is refused, and the nearest one proposed', () => {
  assertRefused([
    ['<Figur caption="a" />', '1:1', /^<Figur> is not a component/, /^Did you mean <Figure>\?/],
    ['<figure caption="a" />', '1:1', /^<figure> is not/, /^Did you mean <Figure>\?/],
    ['<Note title="a" />', '1:1', /^<Note> is not/, /^An article may use <Figure> and no other/],
    ['a <b>bold</b> c', '1:3', /^<b> is not/, /^An article may use <Figure>/],
    ['a <br/> b', '1:3', /^<br> is not/, /\\</],
    ['<script>alert(1)</script>', '1:1', /^<script> is not/, /\\</],
    ['<a href="http://x.org">x</a>', '1:1', /^<a> is not/, /\\</],
    ['<Figure.Big caption="a" />', '1:1', /^<Figure.Big> is not/, /<Figure>/],
    ['<constructor />', '1:1', /^<constructor> is not/, /<Figure>/],
    ['<></>', '1:1', /^<> is not/, /<Figure>/],
  ]);
});

test('a registered component takes plain attributes that it knows, each once, and no content', () => {
  assertRefused([
    ['<Figure caption="a" credit={b} />', '1:1', /“credit” of <Figure> is an expr/, /: credit="…"/],
    ['<Figure caption={`a`} />', '1:1', /“caption” of <Figure> is an expr/, /: caption="…"/],
    ['<Figure caption="a" {...b} />', '1:1', /out of an expression/, /: caption="…" credit="…"/],
    [
      '<Figure caption="a" credit />',
      '1:1',
      /“credit” of <Figure> .* has no value/,
      /: credit="…"/,
    ],
    ['<Figure caption="a" onclick="b" />', '1:1', /no attribute “onclick”/, /^Use caption, credit/],
    ['<Figure caption="a" credt="b" />', '1:1', /no attribute “credt”/, /^Did you mean “credit”\?/],
    ['<Figure caption="a" caption="b" />', '1:1', /“caption” twice/, /^Keep one/],
    ['<Figure credit="a" />', '1:1', /lacks the attribute “caption”/, /^Add caption="…"/],
    ['<Figure caption=" " />', '1:1', /“caption” of <Figure> is empty/, /remove <Figure>/],
    ['<Figure caption="a" credit="" />', '1:1', /“credit” of <Figure> is empty/, /the attribute/],
    ['<Figure caption="a">b</Figure>', '1:1', /has content/, /<Figure … \/>/],
    ['Words.\n\n<Figure caption="a">\nb\n</Figure>', '3:1', /has content/, /<Figure … \/>/],
    ['Words <Figure caption="a" /> words.', '1:7', /in a line of text/, /line of its own/],
    ['Words\n<Figure caption="a" /> words.', '2:1', /in a line of text/, /an empty line before/],
  ]);
});

test('an image is refused, and the component for its words proposed', () => {
  assertRefused([
    ['![a](http://example.org/i.png)', '1:1', /an image/, /<Figure caption="…"/],
    ['a\n\nb ![](i.png)', '3:3', /an image/, /<Figure/],
  ]);
});

test('a link leads to the open web or to mail, and has words', () => {
  const full = /^Write the full address/;
  assertRefused([
    ['[a](javascript:alert(1))', '1:1', /leads to “javascript:alert\(1\)”/, full],
    ['[a](JaVaScRiPt:alert)', '1:1', /leads to/, full],
    ['[a](java&#115;cript:alert)', '1:1', /leads to “javascript:alert”/, full],
    ['[a](data:text/html,b)', '1:1', /leads to “data:/, full],
    ['[a](vbscript:b)', '1:1', /leads to/, full],
    ['[a](file:///etc/passwd)', '1:1', /leads to/, full],
    ['[a](ftp://example.org/)', '1:1', /leads to “ftp:/, full],
    ['[a](b.html)', '1:1', /leads to “b.html”/, full],
    ['[a](/b)', '1:1', /leads to “\/b”/, full],
    ['[a](//example.org/)', '1:1', /leads to/, full],
    ['[a](#b)', '1:1', /leads to “#b”/, full],
    ['[a]()', '1:1', /leads to “”/, full],
    ['[a](http://)', '1:1', /leads to “http:\/\/”/, full],
    ['[](http://example.org)', '1:1', /A link has no words/, /between its brackets/],
  ]);
});

test('words that Markdown would swallow are refused where they stand', () => {
  const bracket = /\\\[/;
  assertRefused([
    ['a\n\n[Editor]: Smith', '3:1', /“\[Editor\]: Smith” would not be shown/, bracket],
    ['a\n\n[b]: http://x.org "t"\n', '3:1', /“\[b\]: http:\/\/x\.org "t"” would not/, bracket],
    ['a\n\n[b]:\nhttp://x.org\n"t"', '3:1', /http:\/\/x\.org "t"” would not/, bracket],
    ['> a\n>\n> [b]: http://x.org', '3:3', /“\[b\]: http:\/\/x\.org” would not/, bracket],
    ['- a\n\n  [b]: x', '3:3', /“\[b\]: x” would not/, bracket],
    ['[a](http://x.org "Mind this")', '1:1', /title “Mind this”/, /into the text/],
    ['```text\na\n```', '1:1', /“```text” would not be shown/, /line of their own/],
    ['a\n\n~~~ The words\nb', '3:1', /“~~~ The words” would not be shown/, /backslash/],
    ['|a|b|\n|-|-|\n|1|2|3|', '3:5', /“\|3\|” would not be shown/, /as many cells/],
    ['a|b\n-|-\n1|2|3\n4|5', '3:4', /“\|3” would not be shown/, /as many cells/],
  ]);
});

test('every definition of a link is told of, not the first alone', () => {
  const { problems } = compileBody('[a]: b\n[c]: d\n\n[e]: f', { file: FILE, linesAbove: 0 });
  assert.deepEqual(
    problems.map(({ line, what }) => [line, what.slice(0, 8)]),
    [
      [1, '“[a]: b”'],
      [2, '“[c]: d”'],
      [4, '“[e]: f”'],
    ],
  );
});

test('a number that a browser would count differently is refused', () => {
  assertRefused([
    ['1. a\n3. b', '2:1', /written “3\.”, and pages would number it “2\.”/, / 3\\\. so /],
    ['7) a', '1:1', /written “7\)”, and pages would number it “7\.”/, / 7\\\) so/],
    ['01. a', '1:1', /written “01\.”/, /01\\\./],
    ['- x\n  1. a\n  1. b', '3:3', /“1\.”, and pages would number it “2\.”/, /1\\\./],
  ]);
});

test('a heading without words is refused', () => {
  assertRefused([
    ['#', '1:1', /A heading has no words/, /\\#/],
    ['a\n\n### ###', '3:1', /A heading has no words/, /\\#/],
  ]);
});

test('a character that is not text is refused, with its number', () => {
  assertRefused([
    ['a\0b', '1:2', /control character U\+0000/, /remove it/],
    ['a\n\nDon\u0092t', '3:4', /control character U\+0092/, /‘ ’/],
    ['a\u000cb', '1:2', /control character U\+000C/, /remove it/],
    ['a\rb', '1:2', /a carriage return without.*U\+000D/, /line feeds/],
    ['\uFEFFa ~b~', '1:1', /a byte-order mark \(U\+FEFF\)/, /remove it/],
    ['a &#0; b', '1:3', /reference stands for U\+0000/, /remove it/],
    ['a &#x92; b', '1:3', /reference stands for U\+0092/, /‘ ’/],
    ['a &#xD800; b', '1:3', /reference stands for U\+D800/, /remove it/],
    ['a &#1114112; b', '1:3', /reference stands for U\+110000/, /remove it/],
    ['<Figure caption="a&#7;" />', '1:19', /reference stands for U\+0007/, /remove it/],
  ]);
});

test('lines are counted from the top of the file, front matter included', () => {
  for (const source of ['a\n\nb {c}', 'a\n\nb <', 'a\n\n[b]: c', 'a\n\n\0']) {
    const { problems } = compileBody(source, { file: FILE, linesAbove: 40 });
    assert.equal(problems[0]?.line, 43, source);
  }
});

test('all refusals of a text are reported in one run', () => {
  const source = '{a}\n\n![b](c)\n\n<D />\n\n[e](f)\n\n[g]: h\n\n<Figure kaption="a" bare />';
  const { problems } = compileBody(source, { file: FILE, linesAbove: 0 });
  assert.deepEqual(problems.map(({ line }) => line).sort(), [1, 11, 11, 11, 3, 5, 7, 9]);
});
