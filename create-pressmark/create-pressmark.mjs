#!/usr/bin/env node
// npm create pressmark FOLDER: the same as “pressmark create”, without installing Pressmark first.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (file) => new URL(file, import.meta.url);
const isPacked = existsSync(here('./lib/run.mjs'));
const { create } = await import(
  here(isPacked ? './lib/run.mjs' : '../src/cli/create/run.mjs').href
);
// The two packages are released together, under one version.
const { version } = JSON.parse(readFileSync(here('./package.json'), 'utf8'));
process.exitCode = await create(process.argv.slice(2), {
  name: 'npm create pressmark',
  template: fileURLToPath(here(isPacked ? './template/' : '../template/')),
  lock: fileURLToPath(here(isPacked ? './template/lock.json' : '../package-lock.json')),
  spec: `^${version}`,
  from: process.cwd(),
});
