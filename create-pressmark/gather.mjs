// Before packing, gathers what the package shares with Pressmark; afterwards, with --remove, takes it away again.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { archiveLock } from '../src/cli/create/lock.mjs';

const here = (file) => new URL(file, import.meta.url);
for (const folder of ['./lib', './template'])
  rmSync(here(folder), { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  mkdirSync(here('./lib'));
  for (const file of ['run.mjs', 'answers.mjs', 'lay-down.mjs', 'lock.mjs']) {
    cpSync(here(`../src/cli/create/${file}`), here(`./lib/${file}`));
  }
  cpSync(here('../template'), here('./template'), { recursive: true });
  const lock = JSON.parse(readFileSync(here('../package-lock.json'), 'utf8'));
  writeFileSync(here('./template/lock.json'), JSON.stringify(archiveLock(lock, {})));
}
