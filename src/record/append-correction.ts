import { isDeepStrictEqual } from 'node:util';
import { isSeq, parseDocument, stringify } from 'yaml';

/** A dated correction as an entry holds it. */
export interface Correction {
  readonly date: string;
  readonly text: string;
}

/**
 * Front matter with one correction more, and not a character changed besides.
 *
 * @param yaml front matter without its fences
 * @throws Error where the corrections are written in a way that cannot be added to
 */
export function appendCorrection(yaml: string, { date, text }: Correction): string {
  const options = { schema: 'failsafe' } as const;
  const document = parseDocument(yaml, options);
  const before = document.toJS() as { corrections?: unknown[] };
  const [list, item] = [document.get('corrections', true), itemText({ date, text })];
  let edited: string;
  if (list === undefined) {
    const end = yaml === '' || yaml.endsWith('\n') ? '' : '\n';
    edited = `${yaml}${end}corrections:\n${indented(item, 2)}`;
  } else if (isSeq(list) && list.flow !== true && list.range && list.items.length > 0) {
    const [start, end] = list.range;
    const column = start - (yaml.lastIndexOf('\n', start - 1) + 1);
    const at = yaml.slice(0, end).trimEnd().length;
    edited = `${yaml.slice(0, at)}\n${indented(item, column)}${yaml.slice(at)}`;
  } else if (isSeq(list) && list.range) {
    const items = [...list.items.map((one) => one as unknown as { toJSON(): Correction })];
    const all = [...items.map((one) => itemText(one.toJSON())), item].join('\n');
    const before = yaml.slice(0, list.range[0]).trimEnd();
    edited = `${before}\n${indented(all, 2)}${yaml.slice(list.range[1])}`;
  } else edited = yaml;
  const after = parseDocument(edited, options);
  const wanted = { ...before, corrections: [...(before.corrections ?? []), { date, text }] };
  if (after.errors.length > 0 || !isDeepStrictEqual(after.toJS(), wanted)) {
    throw new Error('The corrections of this entry cannot be added to; write the new one by hand.');
  }
  return edited;
}

function itemText({ date, text }: Correction): string {
  const value = stringify(text, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trimEnd();
  return `- date: ${date}\n  text: ${value}`;
}

function indented(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(columns) + line)
    .join('\n');
}
