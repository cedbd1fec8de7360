// node src/cli/run.mjs script.ts args…: installs what is missing, then runs the script.
import { resolve } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { exitWith, root, runNode } from './run-node.mjs';

await exitWith(async () => {
  await ensureInstalled();
  const [script = '', ...args] = process.argv.slice(2);
  // In the folder of the call: which archive a command works on depends on it.
  return runNode([resolve(root, script), ...args], { cwd: process.cwd() });
});
