import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'astro/zod';
import { KINDS } from '../kinds.ts';
import { articleSchema } from './article.ts';
import { authoritySchemas } from './authority.ts';
import * as fields from './fields.ts';
import { settingsSchema } from './settings.ts';

interface Shaped {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly unwrap?: () => Shaped;
}

/** Every field of a schema, in groups and lists too, by its path. */
function fieldsOf(schema: Shaped, above = ''): [path: string, field: z.ZodType][] {
  let inner = schema;
  while (inner.unwrap !== undefined) inner = inner.unwrap();
  return Object.entries(inner.shape ?? {}).flatMap(([name, field]) => [
    [above + name, field],
    ...fieldsOf(field as Shaped, `${above + name}.`),
  ]);
}

test('every field of every schema says what belongs there', () => {
  const schemas = { article: articleSchema, settings: settingsSchema, ...authoritySchemas };
  let count = 0;
  for (const [name, schema] of Object.entries(schemas)) {
    for (const [path, field] of fieldsOf(schema as Shaped)) {
      // What may be supplied is told of as a group.
      if (/^supplied\.\w+$/.test(path)) continue;
      count++;
      assert.match(field.description ?? '', /^[A-Z].{8,}\.$/, `${name}: ${path}`);
    }
  }
  assert.ok(count > 50, `${count} fields`);
});

/** What a field accepts and what it refuses. */
function assertRule(field: z.ZodType, good: readonly unknown[], bad: readonly unknown[]): void {
  for (const value of good) assert.ok(field.safeParse(value).success, `refused: ${value}`);
  for (const value of bad) assert.ok(!field.safeParse(value).success, `accepted: ${value}`);
}

test('a line is a line of text', () => {
  assertRule(fields.line, ['a', ' “a” ', 'é'], ['', ' ', '\t', 'a\nb', 'a\tb', 'a\0', 'a\u2028b']);
});

test('a sentence is long enough to be checked', () => {
  assertRule(fields.sentence, ['The page says so itself.'], ['Yes.', `a${' '.repeat(30)}`, '']);
});

test('prose may have paragraphs, and no other control character', () => {
  assertRule(fields.prose, ['a\n\nb\n'], ['', '\n', 'a\0b', 'a\tb', 'a\r\nb']);
});

test('an id is made so that no disk folds two into one', () => {
  assertRule(
    fields.id,
    ['a', 'a-b', '2019', 'a1'],
    ['', 'A', 'a_b', '-a', 'a-', 'a--b', 'é', 'a/b'],
  );
});

test('ids are named once each', () => {
  assertRule(fields.ids, [[], ['a'], ['a', 'b']], [['a', 'a'], ['A'], 'a']);
});

test('an address leads to the open web, and gives no password away', () => {
  assertRule(
    fields.webAddress,
    ['https://a.org', 'http://a.org/b?c#d', 'HTTPS://A.ORG/'],
    [
      ...['javascript:alert(1)', 'data:text/html,a', 'ftp://a.org', '//a.org', 'a.org', '', ' '],
      ...['http://', 'https://[', 'https://user:pass@a.org/', 'https://user@a.org/'],
      ...[' https://a.org', 'java\nscript:alert(1)', 'https://a.org/b\nc', 'https://a.org/b c'],
      ...[
        'https://a.org/\r\nX: y',
        'https://a.org/\t',
        'https://a.org/\u202eb',
        'https://a.org/\u2028',
      ],
    ],
  );
});

test('a date is EDTF of level 1 that the calendar has', () => {
  assertRule(
    fields.edtf,
    ['2019-03-05', '2009-08~', '198X'],
    ['2019-02-29', 'March 2019', '', 2019],
  );
});

test('a language is a BCP 47 tag in its usual spelling', () => {
  assertRule(
    fields.languageTag,
    ['en', 'be', 'be-Latn', 'pt-BR', 'haw'],
    ['English', 'english', 'EN', 'be-latn', 'en_GB', '', 'x', 'en-', 'latin'],
  );
});

test('a hash, a rights statement and a Wikidata item have their forms', () => {
  assertRule(fields.sha256, ['0'.repeat(64)], ['0'.repeat(63), 'A'.repeat(64), '']);
  assertRule(
    fields.rightsUri,
    [
      'http://rightsstatements.org/vocab/InC/1.0/',
      'https://creativecommons.org/licenses/by/4.0/',
      'https://creativecommons.org/publicdomain/zero/1.0/',
    ],
    ['InC', 'http://rightsstatements.org/vocab/InC/', 'https://example.org/', 'CC BY 4.0', ''],
  );
  assertRule(fields.wikidata, ['Q1', 'Q184'], ['184', 'Q', 'Q0', 'q184', 'Q184 ']);
});

const article = {
  title: 'A',
  date: '2019-03-05',
  outlet: 'b',
  source: 'c',
  people: [],
  places: [],
  capture: { file: 'captures/2019/a.txt', sha256: '0'.repeat(64) },
};

test('an article has what it needs, and lists where lists are expected', () => {
  const data = articleSchema.parse(article);
  assert.deepEqual(data.source, ['c']);
  assert.deepEqual([data.topics, data.aliases, data.corrections], [[], [], []]);
  assert.equal(data.access, 'full');
  assert.deepEqual(data.supplied, {});
  for (const field of Object.keys(article)) {
    const { [field as keyof typeof article]: _gone, ...rest } = article;
    assert.ok(!articleSchema.safeParse(rest).success, `without ${field}`);
  }
});

test('an article keeps out what does not belong to it', () => {
  const rows: [string, unknown][] = [
    ['unknown', 'a'],
    ['source', []],
    ['source', ['a', 'a']],
    ['access', 'secret'],
    ['aliases', ['old.html']],
    ['aliases', ['/old']],
    ['aliases', ['/Old.html']],
    ['aliases', ['/../old.html']],
    ['corrections', [{ date: '2021-02-29', text: 'It said something else before.' }]],
    ['capture', { ...article.capture, file: '/captures/2019/a.txt' }],
    ['capture', { ...article.capture, file: 'captures/2019/../a.txt' }],
    ['capture', { ...article.capture, file: 'captures/2019/a' }],
    ['capture', { ...article.capture, sha265: 'a' }],
    ['capture', { ...article.capture, capturedAt: '2019-03-05 10:00' }],
    ['capture', { ...article.capture, capturedAt: '2019-03-05T10:00:00' }],
    ['supplied', { people: { evidence: 'People are never supplied.' } }],
    ['supplied', { date: 'The page has none that is its own.' }],
  ];
  for (const [field, value] of rows) {
    const given = { ...article, [field]: value };
    assert.ok(!articleSchema.safeParse(given).success, `${field}: ${JSON.stringify(value)}`);
  }
  for (const capturedAt of ['2019-03-05', '2019-03-05T10:00:00Z', '2019-03-05T10:00:00+03:00']) {
    articleSchema.parse({ ...article, capture: { ...article.capture, capturedAt } });
  }
});

test('a record needs a name alone, and an outlet its code', () => {
  for (const kind of KINDS) {
    const { success } = authoritySchemas[kind].safeParse({ name: 'A' });
    assert.equal(success, kind !== 'outlets', kind);
  }
  assert.ok(authoritySchemas.outlets.safeParse({ name: 'A', code: 'A' }).success);
});

test('a claim about an outlet needs its evidence, and evidence its field', () => {
  const evidence = 'It stands on the masthead of the page.';
  const outlet = { name: 'A', code: 'A' };
  const rows: [Record<string, unknown>, boolean][] = [
    [{ homepage: 'https://a.org/', evidence: { homepage: evidence } }, true],
    [{ homepage: 'https://a.org/' }, false],
    [{ country: 'NL', evidence: { homepage: evidence } }, false],
    [{ status: 'closed', evidence: { status: 'Yes.' } }, false],
    [{ evidence: { homepage: evidence } }, false],
    [{ evidence: { constructor: evidence } }, false],
  ];
  for (const [more, isGood] of rows) {
    const { success } = authoritySchemas.outlets.safeParse({ ...outlet, ...more });
    assert.equal(success, isGood, JSON.stringify(more));
  }
  const person = { name: 'A', description: 'Somebody.', evidence: { description: evidence } };
  assert.ok(authoritySchemas.people.safeParse(person).success);
  assert.ok(
    !authoritySchemas.people.safeParse({ name: 'A', evidence: { descripton: evidence } }).success,
  );
});
