import { hash } from 'node:crypto';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { PACKAGE_ROOT } from '../record/package-root.ts';

/** How Astro names the scope of a component's styles, in its markup and in its styles. */
const SCOPE = /\b(data-astro-cid-|astro-)[a-z0-9]{8}\b/g;

/**
 * Names the scopes of our components by where they are in the package. Astro names them by their path below the project, which is
 * another in every archive: the same record would give other bytes in a checkout, in a package and in a linked one.
 */
export function scopeNames(): AstroIntegration {
  return {
    name: 'pressmark:scope-names',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [renaming('pre', true), renaming('post', false)] } });
      },
    },
  };
}

/** Styles are renamed before Vite reads them, markup after Astro has compiled it. */
function renaming(enforce: 'pre' | 'post', isStyle: boolean): Plugin {
  return {
    name: `pressmark:scope-names-${enforce}`,
    enforce,
    transform(code, id) {
      if (!id.includes('.astro') || id.includes('&type=style') !== isStyle) return null;
      const renamed = renameScopes(code, id);
      return renamed === undefined ? null : { code: renamed, map: null };
    },
  };
}

/**
 * The code of a component or of its styles with the scope named anew.
 *
 * @param id of the module, as Vite has it
 * @returns undefined for what is not ours, or has no scope
 */
export function renameScopes(code: string, id: string, root = PACKAGE_ROOT): string | undefined {
  const file = path.relative(root, id.split('?', 1)[0] ?? '').replaceAll('\\', '/');
  if (!/^src\/.*\.astro$/.test(file)) return undefined;
  const name = hash('sha256', file).slice(0, 8);
  const renamed = code.replace(SCOPE, (_, before: string) => before + name);
  return renamed === code ? undefined : renamed;
}
