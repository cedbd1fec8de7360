import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from './compile-body.ts';

function compile(source: string) {
  const { body, problems } = compileBody(source, { file: 'a.mdx', linesAbove: 0 });
  assert.deepEqual(problems, [], source);
  return body;
}

function textsOf(source: string): string[] {
  return compile(source).blocks.map(({ text }) => text);
}

test('no mark of a captured text is changed, on the page or in its passages', () => {
  const texts = [
    '"straight" and “curled”, \'single\' and it’s',
    'one -- two --- three - four',
    'and so on... or …',
    '~x~ and ~~x~~ and H~2~O',
    'https://example.org/a_b_c?d=e and www.example.org and me@example.org',
    'costs $400, or $4$00',
    'a ^b^ ==c== :d: ::e[f]',
    'Text[^1] and [^note]: more',
    '[word] and [two words], [a][b]',
    '(c) (tm) +- 1/2',
    'snake_case_name and 2 * 3 * 4',
    '«ёлочки» „лапки“ й й',
    '[x] at the beginning',
  ];
  for (const text of texts) {
    const { html, blocks } = compile(text);
    assert.deepEqual(blocks, [{ kind: 'text', text, anchor: 'p1' }]);
    const escaped = text.replace(/"/g, '&quot;');
    assert.equal(html, `<p id="p1">${escaped}</p>`);
  }
});

test('the boxes of a task list stay the characters that they were', () => {
  const { html, blocks } = compile('- [x] done\n- [X] also\n- [ ] not ~yet~');
  assert.equal(
    html,
    '<ul id="p1">\n<li>[x] done</li>\n<li>[X] also</li>\n<li>[ ] not ~yet~</li>\n</ul>',
  );
  assert.deepEqual(
    blocks.map(({ text }) => text),
    ['[x] done', '[X] also', '[ ] not ~yet~'],
  );
});

test('escapes and character references say their characters, and nothing more is read into them', () => {
  const rows: [string, string][] = [
    ['\\*not emphasis\\* \\# \\{a\\} \\<b\\>', '*not emphasis* # {a} <b>'],
    ['AT&amp;T, &lt;b&gt;, &copy; &#8211; &#x2013;', 'AT&T, <b>, © – –'],
    ['AT&T &notareference; &copy', 'AT&T &notareference; &copy'],
    ['&amp;amp; \\&amp;', '&amp; &amp;'],
    ['&#105;mport tariffs rose 10%', 'import tariffs rose 10%'],
    ['\\[b]: not a definition', '[b]: not a definition'],
    ['1986\\. A good year.', '1986. A good year.'],
    ['a \\\\ b', 'a \\ b'],
  ];
  for (const [source, text] of rows) assert.deepEqual(textsOf(source), [text], source);
});

test('text that looks like HTML is written so that it stays text', () => {
  const { html } = compile('\\<script>alert("1")\\</script> & &lt;img src=x onerror=alert(1)&gt;');
  assert.equal(
    html,
    '<p id="p1">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;img src=x onerror=alert(1)&gt;</p>',
  );
});

test('passages come in reading order, with those of nested lists and quotations', () => {
  const source = [
    '# Head',
    'One\ntwo  \nthree.',
    '- a\n- b\n\n  b2\n  - c\n    1. d\n    2. e\n- f',
    '> g\n>\n> > h',
    '| i | j |\n|---|---|\n| k | l |',
    '<Figure caption="m" credit="n" />',
    '```\no  p\n```',
    'q **r** *s* `t` [u](http://example.org)',
  ].join('\n\n');
  const texts = 'Head|One two three.|a|b|b2|c|1. d|2. e|f|g|h|i|j|k|l|m|n|o p|q r s t u'.split('|');
  assert.deepEqual(textsOf(source), texts);
});

test('text of an item before, between and after its blocks is a passage each', () => {
  const rows: [string, string[]][] = [
    ['- a\n  - b\n  # c\n  d', ['a', 'b', 'c', 'd']],
    ['- a\n  ***\n  b', ['a', 'b']],
    ['- a\n  > b\n- c', ['a', 'b', 'c']],
    ['- a\n  <Figure caption="b" />\n  c', ['a', 'b', 'c']],
    ['1. a\n   - b\n2. - c', ['1. a', 'b', '2. c']],
    ['1.\n2. a', ['2. a']],
  ];
  for (const [source, texts] of rows) assert.deepEqual(textsOf(source), texts, source);
});

test('a passage names the top-level element that it stands in, counted from 1', () => {
  const { html, blocks } = compile('# a\n\n- b\n- c\n\n<Figure caption="d" />\n\n> e\n\n***\n\nf');
  assert.deepEqual(
    blocks.map(({ text, kind, anchor }) => `${text} ${kind} ${anchor}`),
    ['a heading p1', 'b text p2', 'c text p2', 'd figure p3', 'e text p4', 'f text p6'],
  );
  assert.deepEqual(
    html.match(/ id="\w+"/g),
    [1, 2, 3, 4, 5, 6].map((n) => ` id="p${n}"`),
  );
});

test('a figure inside a quotation or a list has no id of its own', () => {
  for (const source of ['> <Figure caption="a" />', '- <Figure caption="a" />']) {
    const { html } = compile(source);
    assert.deepEqual(html.match(/ id="\w+"/g), [' id="p1"'], source);
    assert.match(html, /<figure class="photo">/);
  }
});

test('headings stand below the headline of the page, each below what it belongs to, and skip no level', () => {
  const levels = (source: string) => compile(source).html.match(/<h\d/g)?.join(' ');
  assert.equal(
    levels('# a\n\n## b\n\n##### c\n\n###### d\n\ne\n===\n\nf\n---'),
    '<h2 <h3 <h4 <h5 <h2 <h3',
  );
  assert.equal(levels('## a\n\n### b\n\n## c\n\n# d\n\n## e'), '<h2 <h3 <h2 <h2 <h3');
  assert.equal(
    levels('# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6'),
    '<h2 <h3 <h4 <h5 <h6 <h6',
  );
});

test('columns are aligned by classes, never by a style attribute', () => {
  const { html } = compile('| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | |');
  assert.deepEqual(html.match(/<t[hd]\b[^>]*>/g), [
    ...['<th>', '<th class="left">', '<th class="center">', '<th class="right">'],
    ...['<td>', '<td class="left">', '<td class="center">', '<td class="right">'],
  ]);
});

test('a numbered list keeps its numbers, on the page and in its passages', () => {
  const { html, blocks } = compile('1986. A good year.\n1987. Another.\n\n      Still 1987.');
  assert.match(html, /^<ol id="p1" start="1986">/);
  assert.deepEqual(
    blocks.map(({ text }) => text),
    ['1986. A good year.', '1987. Another.', 'Still 1987.'],
  );
  assert.match(compile('1. a').html, /^<ol id="p1">/);
});

test('links to the web and to mail are kept, with what their addresses hold', () => {
  const rows: [string, string][] = [
    ['[a](http://example.org/?b=c&d="e")', 'http://example.org/?b=c&amp;d=%22e%22'],
    ['[a](HTTPS://example.org)', 'HTTPS://example.org'],
    ['[a](mailto:b@example.org)', 'mailto:b@example.org'],
    ['[a](<http://example.org/b c>)', 'http://example.org/b%20c'],
  ];
  for (const [source, href] of rows) {
    assert.equal(
      compile(source).html,
      `<p id="p1"><a href="${href}" rel="external">a</a></p>`,
      source,
    );
  }
});

test('the words of a figure stand in it as its attributes say them', () => {
  const { html, blocks } = compile(
    '<Figure caption="&quot;A&quot; &amp; {b} <c>\nd" credit=\'its\' />',
  );
  assert.match(html, /<span class="caption">&quot;A&quot; &amp; \{b\} &lt;c&gt;\s+d<\/span>/);
  assert.match(html, /<span class="credit">its<\/span>/);
  assert.deepEqual(
    blocks.map(({ text }) => text),
    ['"A" & {b} <c> d', 'its'],
  );
});

test('line feeds of Windows and an end without one change nothing', () => {
  const source = '# a\n\nb\nc\n\n- d\n- e\n';
  for (const other of [source.replace(/\n/g, '\r\n'), source.trimEnd()]) {
    assert.deepEqual(textsOf(other), textsOf(source));
  }
});

test('text that would be front matter elsewhere stays in the body', () => {
  assert.deepEqual(textsOf('---\ntitle: a\n---\n\nb'), ['title: a', 'b']);
  assert.deepEqual(textsOf('+++\na = 1\n+++'), ['+++ a = 1 +++']);
});

test('an empty body is empty', () => {
  assert.deepEqual(compile(''), { html: '', blocks: [] });
  assert.deepEqual(compile('\n \n'), { html: '', blocks: [] });
});
