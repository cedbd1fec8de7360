import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { splitFrontMatter } from './front-matter.ts';
import { readYaml } from './yaml-mapping.ts';

/**
 * Whether a capture is that of an article that is withdrawn: its line in the manifest, which a merge can bring back, is then
 * of no file that should be there.
 *
 * @param capture path in the content folder
 */
export function isOfWithdrawn(folder: string, capture: string): boolean {
  const entry = path.join(
    folder,
    capture.replace(/^captures\//, 'articles/').replace(/\.[^/]*$/, '.mdx'),
  );
  if (!capture.startsWith('captures/') || !existsSync(entry)) return false;
  const yaml = splitFrontMatter(readFileSync(entry, 'utf8'))?.yaml ?? '';
  const { access } = (readYaml(yaml, { file: '' }).mapping?.data ?? {}) as { access?: unknown };
  return access === 'withdrawn';
}
