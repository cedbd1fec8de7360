import type { z } from 'astro/zod';
import { nearest } from '../model/names/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { YamlMapping } from './yaml-mapping.ts';

type Path = readonly PropertyKey[];

/** Where a fault was found: the file with its lines, and the schema that says what belongs there. */
interface Origin {
  readonly schema: z.ZodObject;
  readonly mapping: YamlMapping;
  readonly file: string;
}

const WHY_UNKNOWN =
  'A field that is not known is not shown; a slip of the pen would lose what it says.';
const WHY_WRONG = 'The archive publishes only what it can read without guessing.';
const WHY_MISSING = 'Pages, search and citations need it.';

/**
 * Turns what a schema found into problems with lines and remedies: one for each place, because what
 * is empty is also too short and matches no pattern, and the first says enough.
 *
 * @param origin with the strict schema that was applied; its descriptions say what belongs where
 */
export function schemaProblems(error: z.ZodError, origin: Origin): Problem[] {
  const byPath = new Map<string, Problem>();
  for (const issue of error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    for (const key of keys) {
      const path = key === undefined ? issue.path : [...issue.path, key];
      const name = path.join('.');
      if (byPath.has(name)) continue;
      byPath.set(name, key === undefined ? wrong(issue, origin) : unknown(path, origin));
    }
  }
  return [...byPath.values()];
}

function unknown(path: Path, { schema, mapping, file }: Origin): Problem {
  const known = fieldsAt(schema, path.slice(0, -1));
  const guess = nearest(String(path.at(-1)), known);
  return {
    file,
    line: mapping.lineOf(path, 'key'),
    what: `${nameOf(path)} is not a field here.`,
    why: WHY_UNKNOWN,
    remedy: guess === undefined ? `Known fields: ${known.join(', ')}.` : `Did you mean “${guess}”?`,
  };
}

function wrong(issue: z.core.$ZodIssue, { schema, mapping, file }: Origin): Problem {
  const { path } = issue;
  const description = descriptionAt(schema, path);
  const belongs = description === undefined ? '' : ` What belongs there: ${description}`;
  const value = valueAt(mapping.data, path);
  if (value === undefined) {
    return {
      file,
      line: mapping.lineOf(path.slice(0, -1), 'key'),
      what: `${nameOf(path)} is missing.`,
      why: WHY_MISSING,
      remedy: `Add it.${belongs}`,
    };
  }
  const { what, remedy } = words(issue, value);
  return {
    file,
    line: mapping.lineOf(path),
    what: `${nameOf(path)} ${what}.`,
    why: WHY_WRONG,
    remedy: remedy ?? `Correct it.${belongs}`,
  };
}

/** A path in words: “capture.file”, entry 2 of “people”, “is” in entry 1 of “variants”. */
function nameOf(path: Path): string {
  const at = path.findIndex((step) => typeof step === 'number');
  if (at === -1) return `“${path.join('.')}”`;
  const entry = `entry ${Number(path[at]) + 1} of “${path.slice(0, at).join('.')}”`;
  const rest = path.slice(at + 1);
  return rest.length === 0 ? entry.replace('e', 'E') : `“${rest.join('.')}” in ${entry}`;
}

const SHAPES: Readonly<Record<string, { what: string; remedy?: string }>> = {
  string: { what: 'is not a text' },
  array: {
    what: 'is not a list',
    remedy: 'Write it as a list: [one, two], or [] for none.',
  },
  object: {
    what: 'is not a group of fields',
    remedy: 'Write its fields below it, each on a line of its own, indented.',
  },
};

/** Messages of our schemas read "<what is wrong>; <what to do>"; those of the library are reworded. */
function words(
  issue: z.core.$ZodIssue,
  value: unknown,
): { what: string; remedy?: string | undefined } {
  if (issue.code === 'invalid_type') {
    return SHAPES[issue.expected] ?? { what: `is not of the kind “${issue.expected}”` };
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const guess = nearest(String(value), allowed);
    return {
      what: `is “${String(value)}”, not one of ${allowed.join(', ')}`,
      remedy: guess === undefined ? 'Write one of these.' : `Did you mean “${guess}”?`,
    };
  }
  if (issue.code === 'custom' && typeof issue.params?.['remedy'] === 'string') {
    return {
      what: `cannot be read: ${issue.message.replace(/\.$/, '')}`,
      remedy: issue.params['remedy'],
    };
  }
  const [what = '', ...rest] = issue.message.split('; ');
  const remedy = rest.join('; ');
  if (remedy === '') return { what };
  return { what, remedy: `${remedy[0]?.toUpperCase()}${remedy.slice(1)}.` };
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
  return value;
}

function unwrap(schema: unknown): unknown {
  let inner = schema as { unwrap?: () => unknown } | undefined;
  while (typeof inner?.unwrap === 'function') inner = inner.unwrap() as typeof inner;
  return inner;
}

function schemaAt(schema: unknown, path: Path): unknown {
  let inner = schema;
  for (const step of path) {
    const object = unwrap(inner) as { shape?: Record<PropertyKey, unknown> } | undefined;
    // An array unwraps to what it holds, so a step into it by number stays where it is.
    inner = typeof step === 'number' ? object : object?.shape?.[step];
  }
  return inner;
}

function fieldsAt(schema: z.ZodObject, path: Path): string[] {
  const at = unwrap(schemaAt(schema, path)) as { shape?: object } | undefined;
  return Object.keys(at?.shape ?? {});
}

/** What the schema says of a place, or of the list that it stands in. */
function descriptionAt(schema: z.ZodObject, path: Path): string | undefined {
  const own = (schemaAt(schema, path) as { description?: string } | undefined)?.description;
  const isEntry = typeof path.at(-1) === 'number';
  return own === undefined && isEntry ? descriptionAt(schema, path.slice(0, -1)) : own;
}
