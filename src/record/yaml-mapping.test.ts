import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readYaml } from './yaml-mapping.ts';

const FILE = 'people/a.yml';

function read(source: string) {
  const { mapping, problems } = readYaml(source, { file: FILE });
  assert.deepEqual(problems, [], source);
  assert.ok(mapping);
  return mapping;
}

test('every scalar stays the text that was written', () => {
  const words =
    'NO|yes|true|null|~|2009|2009-08-01|1e5|0x1F|010|1_000|.inf|12:30|1.10|+1|Q184|<<|=|2009-08~';
  for (const word of words.split('|')) {
    assert.deepEqual(read(`a: ${word}\nb: [${word}]`).data, { a: word, b: [word] });
  }
  assert.deepEqual(read('a:\nb: ""').data, { a: '', b: '' });
});

test('quoted, folded and literal texts are read as YAML has them', () => {
  const rows: [string, string][] = [
    ['a: "x \\"y\\" \\u00e9"', 'x "y" é'],
    ["a: 'it''s # not a comment'", "it's # not a comment"],
    ['a: |\n  x # y\n\n  z\n', 'x # y\n\nz\n'],
    ['a: >-\n  x\n  y', 'x y'],
    ['a: x\n  y', 'x y'],
    ['a: "x\n  y"', 'x y'],
    ['a: x#y', 'x#y'],
    ['a: “x”: y'.replace(': y', ' y'), '“x” y'],
  ];
  for (const [source, text] of rows) assert.deepEqual(read(source).data, { a: text }, source);
});

test('comments on lines of their own are passed over', () => {
  const source = '# one\na: b\n# two\nc:\n  # three\n  - d\ne: "f" # four\ng: [h] # five\n';
  assert.deepEqual(read(source).data, { a: 'b', c: ['d'], e: 'f', g: ['h'] });
});

test('a key of any name is data, and nothing else', () => {
  const { data } = read('constructor: a\nhasOwnProperty: b');
  assert.deepEqual(Object.keys(data as object), ['constructor', 'hasOwnProperty']);
});

test('the one name that copies lose is refused at any depth', () => {
  for (const source of ['__proto__: { admin: yes }', 'a:\n  - b:\n      "__proto__": c']) {
    const { mapping, problems } = readYaml(source, { file: FILE });
    assert.equal(mapping, undefined);
    assert.match(problems[0]?.what ?? '', /“__proto__” is not a field/);
  }
  assert.equal(({} as Record<string, unknown>)['admin'], undefined);
});

test('what YAML cannot read, or would drop, is refused on its line', () => {
  const rows: [string, number, RegExp, RegExp][] = [
    ['a: b\nc: d\na: e', 3, /^The field “a” is given twice/, /Keep one/],
    ['a: b\n"a": c', 2, /^The field “a” is given twice/, /Keep one/],
    ['a:\n  b: c\n  b: d', 3, /^The field “b” is given twice/, /Keep one/],
    ['a: b\nc: *a', 2, /an alias \(\*name\)/, /Write the value out/],
    ['a: b\nc: &x d', 2, /“&”.*an anchor/, /quotation marks/],
    ['a: b\nc: !Stop d', 2, /“!”.*a tag/, /quotation marks/],
    ['a: !!binary aGk=', 1, /a tag/, /quotation marks/],
    ['a: b\nc: We are #1', 2, /ends before “#1”, which YAML reads as a comment/, /line of its own/],
    ['a:\n  - b # c', 2, /ends before “# c”/, /quotation marks/],
    ['a:\n\t- b', 2, /indented with a tab/, /spaces/],
    ['a: b: c', 1, /a second field in the value/, /“: ”/],
    ['a: b\n   c: d', 1, /a second field in the value/, /same column/],
    ['a: b\nc: "d\ne: f', 2, /opened here and not closed/, /Close it/],
    ['a: b\nc: "d\ne: "f"\ng: h', 2, /opened here and not closed/, /Close it/],
    ["a: b\nc: 'd\ne: f", 2, /opened here and not closed/, /Close it/],
    ["a: b\nc: 'it's'", 2, /after a closing quotation mark/, /as two/],
    ['a: b\nc: "d" e', 2, /after a closing quotation mark/, /\\"/],
    ['a: b\nc', 2, /neither a field nor part of one/, /space after the colon/],
    ['a: [b\nc: d', 2, /a bracket is opened/i, /\]/],
    ['a: @b', 1, /sign that YAML keeps/, /quotation marks/],
    ['a: "\\q"', 1, /Invalid escape sequence \\q/, /Mend the line/],
    ['a: b\n---\nc: d', 2, /ends the fields here/, /Remove the line/],
    ['a: b\n...\nc: d', 3, /ends the fields here/, /Remove the line/],
    ['', 1, /There are no fields here/, /one field a line/],
    ['# a', 1, /There are no fields here/, /one field a line/],
    ['a', 1, /There are no fields here/, /one field a line/],
    ['- a\n- b', 1, /There are no fields here/, /one field a line/],
  ];
  for (const [source, line, what, remedy] of rows) {
    const { mapping, problems } = readYaml(source, { file: FILE, linesAbove: 10 });
    assert.equal(mapping, undefined, source);
    assert.equal(problems.length, 1, `${source}: ${problems.map((p) => p.what).join(' ')}`);
    assert.equal(problems[0]?.file, FILE);
    assert.equal(problems[0]?.line, line + 10, source);
    assert.match(problems[0]?.what ?? '', what, source);
    assert.match(problems[0]?.remedy ?? '', remedy, source);
  }
});

test('aliases are refused before they unfold', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [key, of] of 'ba cb dc ed fe gf hg ih'.split(' ').map((pair) => [...pair])) {
    bomb.push(`${key}: &${key} [${Array(9).fill(`*${of}`).join(', ')}]`);
  }
  const { mapping, problems } = readYaml(bomb.join('\n'), { file: FILE });
  assert.equal(mapping, undefined);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
  );
});

test('a line is known for every value and every key, or for what stands around it', () => {
  const { lineOf } = read('a: b\nc:\n  - d\n  - e:\n      f\ng: { h: i,\n  j: k }\nl:\n  m: n');
  const rows: [PropertyKey[], number, number][] = [
    [['a'], 1, 1],
    [['c'], 3, 2],
    [['c', 0], 3, 3],
    [['c', 1], 4, 4],
    [['c', 1, 'e'], 5, 4],
    [['g', 'j'], 7, 7],
    [['l'], 9, 8],
    [['l', 'm'], 9, 9],
    [['l', 'missing'], 9, 8],
    [['missing'], 1, 1],
    [[], 1, 1],
  ];
  for (const [path, value, key] of rows) {
    assert.equal(lineOf(path), value, `value of ${path.join('.')}`);
    assert.equal(lineOf(path, 'key'), key, `key of ${path.join('.')}`);
  }
});

test('what is written as YAML is read again as it was', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('#a', 'a #b', '!a', '&a', '*a', 'a: b', "it's", '"', '- a', '', ' ', '~', '@a'),
  );
  const plain = { noNullPrototype: true };
  const isName = (key: string) => key !== '__proto__';
  const group = fc.dictionary(text.filter(isName), text, plain);
  const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), group);
  fc.assert(
    fc.property(
      fc.dictionary(text.filter(isName), value, { ...plain, minKeys: 1, maxKeys: 4 }),
      (data) => {
        const source = stringify(data, { defaultStringType: 'QUOTE_DOUBLE' });
        assert.deepEqual(read(source).data, data);
      },
    ),
    { numRuns: 100 },
  );
});
