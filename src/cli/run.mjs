// node src/cli/run.mjs script.ts args…: installs what is missing, then runs the script.
import { ensureInstalled } from './ensure-installed.mjs';
import { exitWith, runNode } from './run-node.mjs';

await exitWith(async () => {
  await ensureInstalled();
  return runNode(process.argv.slice(2));
});
