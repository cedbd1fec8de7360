// npm start: from a fresh clone to a site in the browser. Arguments go to the server.
import { ensureInstalled } from './ensure-installed.mjs';
import { exitWith, runNode } from './run-node.mjs';

await exitWith(async () => {
  await ensureInstalled();
  const built = await runNode(['src/cli/build.ts']);
  if (built !== 0) return built;
  return runNode(['src/cli/serve.ts', ...process.argv.slice(2)]);
});
