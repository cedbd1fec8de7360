import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPlainYaml } from './plain-yaml.ts';
import { readYaml } from './yaml-mapping.ts';

test('fields with texts, lists and mappings are read', () => {
  const source = [
    'title: Что: decided',
    'date: 2006-12-31',
    'outlet: "the \\"Courier\\" # not a comment"',
    "note: 'it''s'",
    'people:',
    '  - ann',
    '  - "ben"',
    'places: ["usa", "japan"]',
    'topics: []',
    'remarks:',
    '- text: one',
    '  by: "x"',
    'capture: {"file":"captures/a.txt","sha256":"0"}',
    'supplied:',
    '  date:',
    '    evidence: no',
    '',
  ].join('\n');
  assert.equal(readPlainYaml(source), undefined, 'a colon and a space are a mapping in a text');
  assert.deepEqual(readPlainYaml(source.replace('Что: ', 'Что:')), {
    title: 'Что:decided',
    date: '2006-12-31',
    outlet: 'the "Courier" # not a comment',
    note: "it's",
    people: ['ann', 'ben'],
    places: ['usa', 'japan'],
    topics: [],
    remarks: [{ text: 'one', by: 'x' }],
    capture: { file: 'captures/a.txt', sha256: '0' },
    supplied: { date: { evidence: 'no' } },
  });
});

const PIECES = ['a', 'é', '😀', ':', ' ', '- ', '\n', '"', "'", '[', ']', '{', '}', ',', '#', '\\'];
const SIGNS = [
  '|',
  '>',
  '&',
  '*',
  '!',
  '%',
  '@',
  '`',
  '---',
  '...',
  '?',
  '\t',
  '=',
  '<<',
  '\u0085',
  '\r',
];
const VALUES = [
  'plain text',
  '2009',
  '"a: b"',
  "'it''s'",
  '["a", "b"]',
  '{"a":"b"}',
  '{"a":"b","a":"c"}',
];

/** Mappings that are written as entries are, and such as nearly are. */
const nearlyPlain = (() => {
  const noise = fc.array(fc.constantFrom(...PIECES, ...SIGNS), { maxLength: 6 });
  const scalar = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
    noise.map((pieces) => pieces.join('')),
  );
  const begin = fc.constantFrom('- ', '- a: ', 'a: ', 'b: ', '  c: ');
  const below = fc
    .tuple(
      fc.constantFrom(0, 2, 4),
      fc.array(fc.tuple(begin, scalar), { minLength: 1, maxLength: 3 }),
    )
    .map(([indent, lines]) =>
      lines.map((line) => `\n${' '.repeat(indent)}${line.join('')}`).join(''),
    );
  const field = fc
    .tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.oneof(
        scalar.map((text) => ` ${text}`),
        below,
      ),
    )
    .map(([key, value]) => `${key}:${value}`);
  return fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join('\n'));
})();

test('what is read is what all of YAML makes of it, and it has no fault', () => {
  let plain = 0;
  fc.assert(
    fc.property(nearlyPlain, (source) => {
      const data = readPlainYaml(source);
      if (data === undefined) return;
      plain++;
      const { mapping, problems } = readYaml(source, { file: 'x.yml', isWhole: true });
      assert.deepEqual(problems, []);
      assert.deepEqual(data, mapping?.data);
    }),
    { numRuns: 2000 },
  );
  assert.ok(plain > 50, `${plain} were plain`);
});
