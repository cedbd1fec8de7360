// Plain JavaScript without dependencies: “npm create pressmark” runs it on any Node, before anything is installed.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { archiveLock } from './lock.mjs';

/** Why no archive can be made in a folder; undefined where one can. */
export function folderFault(folder) {
  if (!existsSync(folder)) return undefined;
  let names;
  try {
    names = readdirSync(folder).filter((name) => name !== '.git');
  } catch {
    return `${folder} is a file.`;
  }
  if (names.length === 0) return undefined;
  const some = names.sort().slice(0, 3).join(', ');
  return `${folder} is not empty (${some}${names.length > 3 ? ', …' : ''}).`;
}

/**
 * Lays down a new archive, whole or not at all: it is made beside its place and put there at the end.
 *
 * @param folder absolute path; missing, empty, or an empty repository
 * @param template folder of the files that every archive begins with
 * @param spec which Pressmark the archive depends on, as npm spells it
 * @param lock file of the lock of Pressmark
 */
export function layDown(folder, { title, language, address, contact }, { template, spec, lock }) {
  const draft = `${folder}.draft-${process.pid}`;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    cpSync(template, draft, { recursive: true });
    // npm packs no file of this name.
    renameSync(join(draft, 'gitignore'), join(draft, '.gitignore'));
    const write = (file, text) => {
      mkdirSync(dirname(join(draft, file)), { recursive: true });
      writeFileSync(join(draft, file), text);
    };
    const settings = archiveYml({ title, language, address, contact });
    write('content/archive.yml', settings);
    write('content/manifest-sha256.txt', `${sha256(settings)}  archive.yml\n`);
    const own = packageJson(folder, spec);
    write('package.json', json(own));
    rmSync(join(draft, 'lock.json'), { force: true });
    const { name, dependencies } = own;
    const versions = JSON.parse(readFileSync(lock, 'utf8'));
    write('package-lock.json', json(archiveLock(versions, { name, dependencies })));
    if (!existsSync(folder)) return renameSync(draft, folder);
    for (const name of readdirSync(draft)) renameSync(join(draft, name), join(folder, name));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function packageJson(folder, spec) {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const commands = ['dev', 'build', 'serve', 'add', 'verify', 'seal', 'repair', 'withdraw'];
  const scripts = [...commands, 'restore', 'package', 'hosts'].map((word) => [
    word,
    `pressmark ${word}`,
  ]);
  return {
    name: name === 'pressmark' ? 'archive' : name || 'archive',
    private: true,
    type: 'module',
    scripts: Object.fromEntries(scripts),
    dependencies: { pressmark: spec },
  };
}

/** A line of JSON is a line of YAML. */
function archiveYml({ title, language, address, contact }) {
  return `# What the archive is and who answers for it. Look at every line, then accept your edit:
#   npm run seal -- content/archive.yml
title: ${JSON.stringify(title)}
subtitle: "Press articles, word for word"
description: "Press articles, each kept word for word with the page it was captured from. Every fact that the archive supplied is marked and comes with its evidence."
language: ${language}
baseUrl: ${JSON.stringify(address)}
# A person, a group or an institution.
publisher: ${JSON.stringify(title)}
contact: ${JSON.stringify(contact)}
# Say what holds for your articles, and by what right you keep them.
rights: |
  The articles in this archive are in copyright of the outlets that published them and of the agencies and authors they are credited to. The archive holds no rights in them and gives none away.

  Each article names its outlet, its source and, where the page states it, its original address.
# Say only what you will do.
takedown: |
  If you hold rights in a text that is kept here, or if you are named in one and its being here puts somebody at risk, write to the address on this page. Say which article you mean (its address is enough), who you are, and what you ask for.

  A withdrawn article is withdrawn as a whole, with its capture. Its address stays and says that an article was withdrawn.
`;
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}
