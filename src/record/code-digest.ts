import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PACKAGE_ROOT } from './package-root.ts';
import { isSameFolder } from './same-folder.ts';

/** What a site is made of beside the record, below the folder of an archive. */
export const OF_ARCHIVE = [
  'src',
  'public',
  'astro.config.mjs',
  'astro.config.js',
  'astro.config.ts',
  'astro.config.mts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** And below the folder of this program: its version, and its code as sources and compiled. */
const OF_PROGRAM = ['package.json', 'src', 'lib'];

/**
 * SHA-256 of everything beside the record that a site is made of: code, templates, styles, the
 * versions of what is installed, and of Node. What was made under another digest is made again.
 *
 * @param root folder of the archive
 * @param program folder of this program
 */
export function codeDigest(root: string, program: string = PACKAGE_ROOT): string {
  const digest = createHash('sha256').update(process.version);
  addParts(digest, root, OF_ARCHIVE);
  if (!isSameFolder(root, program)) addParts(digest, program, OF_PROGRAM);
  return digest.digest('hex');
}

function addParts(digest: Hash, folder: string, parts: readonly string[]): void {
  const add = (name: string): void => {
    digest.update(`\n${name}\n`).update(readFileSync(path.join(folder, name)));
  };
  for (const part of parts.filter((name) => existsSync(path.join(folder, name)))) {
    if (!statSync(path.join(folder, part)).isDirectory()) {
      add(part);
      continue;
    }
    const files = readdirSync(path.join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) add(path.relative(folder, file).replaceAll('\\', '/'));
  }
}
