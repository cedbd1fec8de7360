// Before npm packs, compiles what Node runs of the package into lib/: Node runs no TypeScript below node_modules.
// Afterwards, with --remove, takes it away again: from a checkout everything runs as it is written.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveLock } from './create/lock.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { exitWith, root, runNode } from './run-node.mjs';

/** The lock of new archives, by which the versions that Pressmark was tested with travel along. */
const templateLock = join(root, 'template', 'lock.json');

await exitWith(async () => {
  rmSync(join(root, 'lib'), { recursive: true, force: true });
  rmSync(templateLock, { force: true });
  if (process.argv.includes('--remove')) return 0;
  await ensureInstalled();
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // What the compiler says would stand in the output of “npm pack --json” otherwise.
  const code = await runNode([compiler, '-p', 'tsconfig.package.json'], {
    write: (text) => process.stderr.write(text),
  });
  if (code !== 0) return code;
  nameDeclarations();
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  writeFileSync(templateLock, JSON.stringify(archiveLock(lock, {})));
  return 0;
});

/** TypeScript names compiled files in what it compiles, but not in the declarations that go with it. */
function nameDeclarations() {
  for (const name of readdirSync(join(root, 'lib'), { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const file = join(root, 'lib', name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace(/((?:from |import\()(['"])\.{1,2}\/[^'"]+)\.ts\2/g, '$1.js$2'),
    );
  }
}
