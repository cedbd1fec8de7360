import { execFileSync } from 'node:child_process';

/** What the version history of a content folder still holds of some files. */
export interface History {
  /** Folder at the root of the working copy. */
  readonly root: string;
  /** Ids of every version of the files that was ever committed, on any branch. */
  readonly blobs: readonly string[];
}

const NOTHING = /^0+$/;

/**
 * Asks Git for every version of some files.
 *
 * @returns undefined where the folder is under no version control that Git knows, or there is no Git
 */
export function historyOf(folder: string, files: readonly string[]): History | undefined {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
  try {
    const root = git('rev-parse', '--show-toplevel').trim();
    const log = git(
      ...['log', '--all', '--format=', '--raw', '--no-abbrev', '--no-renames', '--', ...files],
    );
    const ids = [...log.matchAll(/^:\d+ \d+ ([\da-f]+) ([\da-f]+) /gm)].flatMap(
      ([, before = '', after = '']) => [before, after],
    );
    return { root, blobs: [...new Set(ids)].filter((id) => !NOTHING.test(id)).sort() };
  } catch {
    return undefined;
  }
}

/** How the history is cleared, in lines for the keeper. */
export function historyWords(history: History | undefined, files: readonly string[]): string[] {
  if (history === undefined) {
    return [
      'Version history: none was found here. If copies or backups of the content folder are kept elsewhere,',
      `remove from them ${files.join(' and ')}.`,
    ];
  }
  if (history.blobs.length === 0) {
    return [`Version history: ${history.root} never had these files committed.`];
  }
  return [
    `Version history: ${history.root} holds ${history.blobs.length} version(s) of these files, in every clone of it.`,
    'Commit the withdrawal, then clear them with git-filter-repo (https://github.com/newren/git-filter-repo):',
    ...history.blobs.map(
      (id, at) => `  echo ${id} ${at === 0 ? '>' : '>>'} ../withdrawn-blobs.txt`,
    ),
    '  git filter-repo --strip-blobs-with-ids ../withdrawn-blobs.txt',
    '  git push --force --all && git push --force --tags',
    'Every other clone and fork must be made anew; ask the host to drop cached views and unreachable commits.',
  ];
}
