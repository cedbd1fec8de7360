import type { z } from 'astro/zod';
import type { Problem } from '../model/problem.ts';
import { schemaProblems } from './schema-problems.ts';
import type { YamlMapping } from './yaml-mapping.ts';

/** What a schema made of a mapping. */
export interface Applied<Data> {
  /** Present when nothing is wrong. */
  readonly whole?: Data;
  /** The fields that are right, so that later checks can tell of their faults in the same run. */
  readonly fields: Partial<Data>;
  readonly problems: Problem[];
}

/** Applies a strict schema to a mapping that was read from a file. */
export function applySchema<Schema extends z.ZodObject>(
  schema: Schema,
  mapping: YamlMapping,
  file: string,
): Applied<z.output<Schema>> {
  const checked = schema.safeParse(mapping.data);
  if (checked.success) return { whole: checked.data, fields: checked.data, problems: [] };
  const given = mapping.data as Record<string, unknown>;
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const value = (field as z.ZodType).safeParse(given[name]);
    return value.success ? [[name, value.data]] : [];
  });
  return {
    fields: Object.fromEntries(fields),
    problems: schemaProblems(checked.error, { schema, mapping, file }),
  };
}
