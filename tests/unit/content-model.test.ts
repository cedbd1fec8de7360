import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { z } from 'astro/zod';
import { KINDS } from '../../src/model/kinds.ts';
import { articleSchema } from '../../src/model/schema/article.ts';
import { authoritySchemas } from '../../src/model/schema/authority.ts';
import { dossierSchema } from '../../src/model/schema/dossier.ts';
import { settingsSchema } from '../../src/model/schema/settings.ts';

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../../docs/content-model.md'), 'utf8');

/** The fields in the tables below a heading, with whether they are required, as the page has them. */
function tableOf(heading: string): Map<string, boolean> {
  const [, below = ''] = PAGE.split(new RegExp(`^#+ ${heading}$`, 'm'));
  const section = below.split(/^#/m)[0] ?? '';
  const rows = section.matchAll(/^\| `(\w+)` \| (yes|no) \| \S/gm);
  return new Map([...rows].map(([, field = '', required]) => [field, required === 'yes']));
}

interface Shaped {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly unwrap?: () => Shaped;
}

/** The fields of a schema, with whether they are required; what groups and lists hold comes out too. */
function fieldsOf(schema: Shaped): Map<string, boolean> {
  let inner = schema;
  while (inner.unwrap !== undefined) inner = inner.unwrap();
  const fields = Object.entries(inner.shape ?? {});
  assert.ok(fields.length > 0);
  return new Map(fields.map(([name, field]) => [name, !field.safeParse(undefined).success]));
}

function sorted(fields: Map<string, boolean>): string[] {
  return [...fields].map(([name, required]) => `${name} ${required}`).sort();
}

const article = articleSchema.shape;

for (const [heading, schema] of [
  ['An article', articleSchema],
  ['capture', article.capture],
  ['supplied', (article.supplied as Shaped).unwrap?.().shape?.['date']],
  ['withdrawn', article.withdrawn],
  ['again', article.again],
  ['corrections', article.corrections],
  ['variants', authoritySchemas.people.shape.variants],
  ['A dossier', dossierSchema],
  ['archive\\.yml', settingsSchema],
] as const) {
  test(`the content model’s page has the fields under “${heading}”, and no other`, () => {
    assert.deepEqual(sorted(tableOf(heading)), sorted(fieldsOf(schema as Shaped)));
  });
}

test('the content model’s page has the fields of every kind of record, and no other', () => {
  const documented = tableOf('Authority records');
  const known = new Map(KINDS.flatMap((kind) => [...fieldsOf(authoritySchemas[kind] as Shaped)]));
  assert.deepEqual(sorted(documented), sorted(known));
});

test('every field that the archive may supply is named on the content model’s page', () => {
  const [, below = ''] = PAGE.split(/^### supplied$/m);
  const text = below.split(/^\|/m)[0] ?? '';
  for (const field of fieldsOf(article.supplied as Shaped).keys()) {
    assert.ok(text.includes(`\`${field}\``), field);
  }
});
