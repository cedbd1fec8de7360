import path from 'node:path';

/**
 * Folder in which the files of this program lie: a checkout, or `node_modules/pressmark` of an archive. Of use to what
 * Node loads by itself; a module that Astro compiles into a template lies elsewhere.
 */
export const PACKAGE_ROOT = path.resolve(import.meta.dirname, '../..');

/** Whether this program runs from a checkout, where its TypeScript runs as it is. */
export const IS_CHECKOUT = import.meta.filename.endsWith('.ts');
