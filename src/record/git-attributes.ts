import { readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceSynced } from './write-synced.ts';

/** What version control has to know of a content folder. */
export const GIT_ATTRIBUTES = '.gitattributes';

/** Where it is written first. */
const DRAFT = '.adding-attributes';

/** Patterns with what holds for them, as gitattributes(5) has them; later ones win. */
const RULES = [
  ['*', 'text eol=lf'],
  ['/captures/**', '-text'],
  ['/pictures/**', '-text'],
  ['/manifest-sha256.txt', 'text eol=lf merge=union'],
] as const;

const HEAD = `# Written by Pressmark. The manifest vouches for every byte, so git must not change line ends on any system;
# of two branches that both add articles, the merged manifest has the lines of both.
`;

/**
 * Gives a content folder its `.gitattributes`, if it has none. One that is there is the keeper's own and
 * stays as it is.
 *
 * @returns a line to tell the keeper, where something was written or is missing
 */
export function ensureGitAttributes(folder: string): string | undefined {
  const missing = missingRules(folder);
  if (missing === undefined) {
    const text = HEAD + RULES.map((rule) => `${rule.join(' ')}\n`).join('');
    replaceSynced(path.join(folder, GIT_ATTRIBUTES), text, path.join(folder, DRAFT));
    return `Wrote ${GIT_ATTRIBUTES} in the content folder: git will change no line ends there and will merge manifests. Commit it.`;
  }
  return missing.length === 0 ? undefined : missingWords(missing);
}

/** Rules that a folder's own `.gitattributes` does not have; undefined when there is no such file. */
export function missingRules(folder: string): readonly string[] | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(folder, GIT_ATTRIBUTES), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  return RULES.filter(
    ([pattern, attributes]) =>
      !lines.some(
        ([name, ...has]) =>
          name?.replace(/^\//, '') === pattern.replace(/^\//, '') &&
          attributes.split(' ').every((one) => has.includes(one) || has.includes(ALSO[one] ?? one)),
      ),
  ).map((rule) => rule.join(' '));
}

/** `binary` says `-text` and more. */
const ALSO: Readonly<Record<string, string>> = { '-text': 'binary' };

/** Tells a keeper what to add. */
export function missingWords(missing: readonly string[]): string {
  return `${GIT_ATTRIBUTES} in the content folder is your own and was kept. So that git changes no capture and merges manifests, add: ${missing.join(' · ')}`;
}
