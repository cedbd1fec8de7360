import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE } from '../../cache.ts';

/** Folder of a package that only the bench needs, fetched at first use. */
export function installed(name: string, version: string): string {
  const home = path.join(CACHE, `installed-${name}-${version}`);
  const folder = path.join(home, 'node_modules', name);
  if (!existsSync(folder)) {
    mkdirSync(home, { recursive: true });
    const install = ['install', '--prefix', home, '--no-package-lock', '--ignore-scripts'];
    execFileSync('npm', [...install, `${name}@${version}`], { stdio: 'inherit' });
  }
  return folder;
}

/** Loads a module of such a package. */
export async function load<Module>(folder: string, file: string): Promise<Module> {
  return (await import(pathToFileURL(path.join(folder, file)).href)) as Module;
}
