// node src/cli/run.mjs script.ts args…: installs what is missing, then runs the script.
import { ensureInstalled, exitWith, runNode } from './ensure-installed.mjs';

await exitWith(async () => {
  await ensureInstalled();
  return runNode(process.argv.slice(2));
});
