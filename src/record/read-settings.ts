import type { Problem } from '../model/problem.ts';
import { type Settings, settingsSchema } from '../model/schema/settings.ts';
import { decodeText, readBytes } from './content-files.ts';
import { schemaProblems } from './schema-problems.ts';
import { readYaml } from './yaml-mapping.ts';

export const SETTINGS_FILE = 'archive.yml';

/** Reads `archive.yml`. */
export function readSettings(folder: string): { settings?: Settings; problems: Problem[] } {
  const file = SETTINGS_FILE;
  const bytes = readBytes(folder, file);
  if ('what' in bytes) return { problems: [bytes] };
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return { problems: [text] };
  const { mapping, problems } = readYaml(text, { file });
  if (mapping === undefined) return { problems };
  const checked = settingsSchema.safeParse(mapping.data);
  if (!checked.success) {
    return { problems: schemaProblems(checked.error, { schema: settingsSchema, mapping, file }) };
  }
  return { settings: checked.data, problems: [] };
}
