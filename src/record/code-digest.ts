import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Folders and files that a site is made of beside the record. `docs/quality` stands on the page about accessibility. */
export const PARTS = [
  'src',
  'public',
  'docs/quality',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * SHA-256 of everything beside the record that a site is made of: code, templates, styles, the
 * versions of what is installed, and of Node. What was made under another digest is made again.
 *
 * @param root folder of this project
 */
export function codeDigest(root: string): string {
  const digest = createHash('sha256').update(process.version);
  const add = (name: string): void => {
    digest.update(`\n${name}\n`).update(readFileSync(path.join(root, name)));
  };
  for (const part of PARTS.filter((name) => existsSync(path.join(root, name)))) {
    if (!statSync(path.join(root, part)).isDirectory()) {
      add(part);
      continue;
    }
    const files = readdirSync(path.join(root, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) add(path.relative(root, file).replaceAll('\\', '/'));
  }
  return digest.digest('hex');
}
