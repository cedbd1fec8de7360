#!/usr/bin/env node
// The command “pressmark”. Plain JavaScript: it has to say on any Node which one is needed.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitWith, runNode } from './run-node.mjs';

const source = new URL('./pressmark.ts', import.meta.url);
const compiled = new URL('../../lib/cli/pressmark.js', import.meta.url);
const [major, minor] = process.versions.node.split('.').map(Number);

if (existsSync(source)) {
  // From a checkout the TypeScript runs as it is.
  await exitWith(() =>
    runNode([fileURLToPath(source), ...process.argv.slice(2)], { cwd: process.cwd() }),
  );
} else if (major > 22 || (major === 22 && minor >= 19)) {
  await import(compiled.href);
} else {
  console.error(
    `Pressmark needs Node 22.19 or newer; the Node at ${process.execPath} is ${process.version}.\n` +
      'Install Node 24 from https://nodejs.org/ and try again.',
  );
  process.exitCode = 1;
}
