import type { z } from 'astro/zod';
import { nearest } from '../model/names/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { YamlMapping } from './yaml-mapping.ts';

type ObjectSchema = z.ZodObject;

const WHY_UNKNOWN =
  'A field that is not known is not shown; a slip of the pen would lose what it says.';
const WHY_WRONG = 'The archive publishes only what it can read without guessing.';
const WHY_MISSING = 'Pages, search and citations need it.';

/**
 * Turns what a schema found into problems with lines and remedies.
 *
 * @param schema the strict schema that was applied; its descriptions say what belongs where
 */
export function schemaProblems(
  error: z.ZodError,
  { schema, mapping, file }: { schema: ObjectSchema; mapping: YamlMapping; file: string },
): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownField([...issue.path, key], schema, mapping, file));
    }
    return [wrongField(issue, schema, mapping, file)];
  });
}

function unknownField(
  path: readonly PropertyKey[],
  schema: ObjectSchema,
  mapping: YamlMapping,
  file: string,
): Problem {
  const known = fieldsAt(schema, path.slice(0, -1));
  const guess = nearest(String(path.at(-1)), known);
  return {
    file,
    line: mapping.lineOf(path, 'key'),
    what: `“${path.join('.')}” is not a field here.`,
    why: WHY_UNKNOWN,
    remedy: guess === undefined ? `Known fields: ${known.join(', ')}.` : `Did you mean “${guess}”?`,
  };
}

function wrongField(
  issue: z.core.$ZodIssue,
  schema: ObjectSchema,
  mapping: YamlMapping,
  file: string,
): Problem {
  const name = issue.path.join('.');
  const description = descriptionAt(schema, issue.path);
  const belongs = description === undefined ? '' : `What belongs there: ${description}`;
  if (valueAt(mapping.data, issue.path) === undefined) {
    return {
      file,
      line: mapping.lineOf(issue.path.slice(0, -1)),
      what: `“${name}” is missing.`,
      why: WHY_MISSING,
      remedy: `Add it. ${belongs}`.trim(),
    };
  }
  const { what, remedy } = words(issue);
  return {
    file,
    line: mapping.lineOf(issue.path),
    what: `“${name}” ${what}.`,
    why: WHY_WRONG,
    remedy: remedy ?? (belongs || 'Correct the value.'),
  };
}

/** Messages of our schemas read "<what is wrong>; <what to do>"; those of the library are reworded. */
function words(issue: z.core.$ZodIssue): { what: string; remedy: string | undefined } {
  if (issue.code === 'invalid_type') {
    const wanted = { array: 'a list', object: 'a group of fields', string: 'text' }[
      issue.expected as string
    ];
    const remedies: Record<string, string> = {
      array: 'Write it as a list: [one, two], or [] for none.',
      object: 'Write its fields below it, each on a line of its own, indented.',
    };
    return {
      what: `is not ${wanted ?? issue.expected}`,
      remedy: remedies[issue.expected as string],
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
  return {
    what: what.replace(/\.$/, ''),
    remedy:
      remedy === ''
        ? undefined
        : `${remedy[0]?.toUpperCase()}${remedy.slice(1).replace(/\.?$/, '.')}`,
  };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
  return value;
}

function unwrap(schema: unknown): unknown {
  let inner = schema as { unwrap?: () => unknown; in?: unknown } | undefined;
  for (;;) {
    if (typeof inner?.unwrap === 'function') inner = inner.unwrap() as typeof inner;
    else return inner;
  }
}

function schemaAt(schema: unknown, path: readonly PropertyKey[]): unknown {
  let inner = schema;
  for (const step of path) {
    const object = unwrap(inner) as { shape?: Record<PropertyKey, unknown> } | undefined;
    // An array unwraps to what it holds, so a step into it by number stays where it is.
    inner = typeof step === 'number' ? object : object?.shape?.[step];
  }
  return inner;
}

function fieldsAt(schema: ObjectSchema, path: readonly PropertyKey[]): string[] {
  const at = unwrap(schemaAt(schema, path)) as { shape?: object } | undefined;
  return Object.keys(at?.shape ?? {});
}

function descriptionAt(schema: ObjectSchema, path: readonly PropertyKey[]): string | undefined {
  return (schemaAt(schema, path) as { description?: string } | undefined)?.description;
}
