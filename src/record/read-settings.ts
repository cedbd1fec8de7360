import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import { type Settings, settingsSchema } from '../model/schema/settings.ts';
import { applySchema } from './apply-schema.ts';
import { decodeText, readBytes } from './content-files.ts';
import { readYaml } from './yaml-mapping.ts';

export const SETTINGS_FILE = 'archive.yml';

/** Reads `archive.yml`. */
export function readSettings(folder: string): { settings?: Settings; problems: Problem[] } {
  const file = SETTINGS_FILE;
  if (!existsSync(path.join(folder, file))) return { problems: [missing(file)] };
  const bytes = readBytes(folder, file);
  if ('what' in bytes) return { problems: [bytes] };
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return { problems: [text] };
  const { mapping, problems } = readYaml(text, { file });
  if (mapping === undefined) return { problems };
  const { whole, problems: wrongFields } = applySchema(settingsSchema, mapping, file);
  return whole === undefined ? { problems: wrongFields } : { settings: whole, problems: [] };
}

function missing(file: string): Problem {
  return {
    file,
    what: `There is no ${file}.`,
    why: 'Title, language, address and contact of the archive stand there.',
    remedy: `Make it with the fields ${Object.keys(settingsSchema.shape).join(', ')}.`,
  };
}
