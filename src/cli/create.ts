import { readFileSync } from 'node:fs';
import path from 'node:path';
import { calledFrom } from '../record/archive-root.ts';
import { PACKAGE_ROOT } from '../record/package-root.ts';
import { runCommand } from './command.ts';
import { create } from './create/run.mjs';

await runCommand(() => {
  const text = readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return create(process.argv.slice(2), {
    name: 'pressmark create',
    template: path.join(PACKAGE_ROOT, 'template'),
    spec: `^${version}`,
    from: calledFrom(),
  });
});
