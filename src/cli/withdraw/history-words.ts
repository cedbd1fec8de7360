import { countWords } from '../../model/lists/count-words.ts';
import type { Closed, Held, History } from './history.ts';

const LIST = '../withdrawn-blobs.txt';

/** How the history is cleared, in lines for the keeper. */
export function historyWords(
  history: History | Closed | undefined,
  files: readonly string[],
): string[] {
  if (history === undefined) {
    return [
      'Version history: none was found here. If copies or backups of the content folder are kept elsewhere,',
      `remove from them ${files.join(' and ')}.`,
    ];
  }
  if ('closed' in history) {
    return [
      `Version history: there is a repository at ${history.closed}, and Git did not read it for this command.`,
      'Git may not be installed, or the folder may belong to somebody else (git config --global --add safe.directory).',
      `Search it yourself for ${files.join(' and ')}, under earlier names too.`,
    ];
  }
  const { root, blobs, partly, messages, stored, unseen } = history;
  const nothing = blobs.length + partly.length + messages.length + stored.length === 0;
  return [
    ...(nothing ? [`Version history: ${root} holds nothing of it in what was looked at.`] : []),
    ...(blobs.length === 0 ? [] : clearing(root, blobs)),
    ...(partly.length === 0 ? [] : sharing(root, partly)),
    ...(messages.length === 0
      ? []
      : [
          'Messages of these commits, tags or notes hold sentences of it; change them with “git filter-repo --replace-message”:',
          ...messages.map((id) => `  ${id}`),
        ]),
    ...stored.map((file) => `Git LFS keeps the capture; remove ${file} here and at your host.`),
    ...(unseen === 0
      ? []
      : [
          `${unseen === undefined ? 'The objects' : countWords(unseen, 'object')} of the history could not be looked at, because of their size or for lack of time.`,
          'Search them yourself: git log --all -S"a few words of the text" finds the commits.',
        ]),
  ];
}

function clearing(root: string, blobs: readonly Held[]): string[] {
  return [
    `Version history: ${root} holds ${countWords(blobs.length, 'version')} of the text and its capture, in every clone of it.`,
    'Commit the withdrawal, then clear them with git-filter-repo (https://github.com/newren/git-filter-repo):',
    ...blobs.map(
      ({ id, path }, at) =>
        `  echo ${id} ${at === 0 ? '>' : '>>'} ${LIST}${path === '' ? '' : `  # ${plain(path)}`}`,
    ),
    `  git filter-repo --strip-blobs-with-ids ${LIST}`,
    '  git stash clear; git reflog expire --expire=now --all && git gc --prune=now',
    '  git push --force --all && git push --force --tags',
    'Every other clone and fork must be made anew; ask the host to drop cached views and unreachable commits.',
  ];
}

function sharing(root: string, partly: readonly Held[]): string[] {
  return [
    `Version history: ${root} also holds ${countWords(partly.length, 'file')} with sentences of it among others, or that the archive still needs.`,
    'Look at each with “git cat-file -p”; add the ids of those that should go to the list above:',
    ...partly.map(
      ({ id, path }) => `  ${id}  ${path === '' ? '(nothing refers to it)' : plain(path)}`,
    ),
  ];
}

/** A name from a history can hold what moves a terminal's cursor, or ends a line that somebody copies. */
function plain(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
}
