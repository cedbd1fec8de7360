import { maskPrivate } from '../private/mask.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readYaml } from './yaml-mapping.ts';

/**
 * The text of an entry as it may leave the archive: what is private in it is masked, unless the keeper
 * decided that the capture, from which it came, is published whole.
 */
export function shownEntry(text: string): string {
  const masked = maskPrivate(text);
  if (masked === text) return text;
  const { mapping } = readYaml(splitFrontMatter(text)?.yaml ?? '', { file: '' });
  const { capture } = (mapping?.data ?? {}) as { capture?: { publish?: unknown } };
  return capture?.publish === 'whole' ? text : masked;
}
