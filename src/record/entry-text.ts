import type { z } from 'astro/zod';
import { stringify } from 'yaml';
import type { articleSchema } from '../model/schema/article.ts';

/** Fields of an entry as they are written, in the order in which they shall stand. */
export type EntryFields = z.input<typeof articleSchema>;

/** An entry: front matter and body. */
export function entryText(fields: EntryFields, body: string): string {
  return `---\n${yamlText(fields)}---\n\n${body}`;
}

/** Fields as YAML; what is undefined is left out. A value is never an alias of another. */
export function yamlText(fields: object): string {
  return stringify(fields, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    defaultStringType: 'PLAIN',
  });
}
