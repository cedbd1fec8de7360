// npm start: from a fresh clone to a site in the browser. Arguments go to the server.
import { ensureInstalled } from './ensure-installed.mjs';
import { exitWith, root, runNode } from './run-node.mjs';

await exitWith(async () => {
  await ensureInstalled();
  // It shows the archive of this checkout, wherever npm was called.
  const env = { INIT_CWD: root };
  const built = await runNode(['src/cli/build.ts'], { env });
  if (built !== 0) return built;
  return runNode(['src/cli/serve.ts', ...process.argv.slice(2)], { env });
});
