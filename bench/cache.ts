import path from 'node:path';

/** Folder of this project. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/** Where the bench keeps what it fetched and made; not under version control. */
export const CACHE = path.join(ROOT, '.pressmark', 'bench');
