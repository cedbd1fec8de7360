import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ArchivePlace } from './current-archive.ts';
import { foldersOf } from './folders.ts';
import { IS_CHECKOUT, PACKAGE_ROOT } from './package-root.ts';
import { isSameFolder } from './same-folder.ts';

/** How a command was called, and by which program. */
export interface Call {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Folder of the program. */
  readonly program: string;
  readonly isCheckout: boolean;
}

const THIS_CALL = (): Call => ({
  env: process.env,
  cwd: process.cwd(),
  program: PACKAGE_ROOT,
  isCheckout: IS_CHECKOUT,
});

/** There is no archive where a command was called; the message says what to do. */
export class NoArchive extends Error {}

/**
 * Folder in which a command was called. npm runs scripts in the folder of their package.json and says in `INIT_CWD` where
 * the person was; a process that was started elsewhere since then has inherited what no longer holds for it.
 */
export function calledFrom({ env, cwd }: Pick<Call, 'env' | 'cwd'> = THIS_CALL()): string {
  const { INIT_CWD: typed, npm_package_json: script } = env;
  if (!typed) return cwd;
  const isOfNpm = script === undefined || isSameFolder(path.dirname(script), cwd);
  return isOfNpm ? path.resolve(typed) : cwd;
}

/**
 * The archive that a command works on: the nearest folder upwards from where it was called that holds
 * `content/archive.yml`. `ARCHIVE_CONTENT` and `ARCHIVE_OUT` name other folders for record and site; from a checkout,
 * what builds remember of them stays in the checkout.
 *
 * @param mayBeNew the content folder need not be there yet: without an archive it is the folder of the call
 * @throws NoArchive
 */
export function findArchive({ mayBeNew = false } = {}, call: Call = THIS_CALL()): ArchivePlace {
  const { env, program, isCheckout } = call;
  const content = env['ARCHIVE_CONTENT'];
  const from = calledFrom(call);
  const placeAt = (root: string): ArchivePlace => ({ root, folders: foldersOf(env, root) });
  if (content && isCheckout) return placeAt(program);
  const found = nearestArchive(from);
  if (found !== undefined) return placeAt(found);
  if (content) return placeAt(path.dirname(path.resolve(call.cwd, content)));
  if (mayBeNew) return placeAt(from);
  throw new NoArchive(noArchiveWords(from));
}

function nearestArchive(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'content', 'archive.yml'))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function noArchiveWords(from: string): string {
  return [
    `There is no archive in ${from} or in a folder above it: none holds content/archive.yml.`,
    'Nothing was read or changed. Change to the folder of your archive and run the command again, name its',
    'content folder in ARCHIVE_CONTENT, or make a new archive with: npx pressmark create my-archive',
  ].join('\n');
}
