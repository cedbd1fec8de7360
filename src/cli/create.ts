import { readFileSync } from 'node:fs';
import path from 'node:path';
import { calledFrom } from '../record/archive-root.ts';
import { IS_CHECKOUT, PACKAGE_ROOT } from '../record/package-root.ts';
import { runCommand } from './command.ts';
import { create } from './create/run.mjs';

await runCommand(() => {
  const text = readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return create(process.argv.slice(2), {
    name: 'pressmark create',
    template: path.join(PACKAGE_ROOT, 'template'),
    lock: path.join(PACKAGE_ROOT, IS_CHECKOUT ? 'package-lock.json' : 'template/lock.json'),
    spec: `^${version}`,
    from: calledFrom(),
  });
});
