import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../model/names/nearest.ts';
import { PACKAGE_ROOT } from '../record/package-root.ts';

/** What `pressmark` does, by the word after it. Each reads its own command line. */
const COMMANDS: Readonly<Record<string, { says: string; run: () => Promise<unknown> }>> = {
  create: { says: 'make a new archive', run: () => import('./create.ts') },
  add: { says: 'add articles from saved pages', run: () => import('./add.ts') },
  dev: { says: 'show the site while you edit', run: () => import('./dev.ts') },
  build: { says: 'build the site', run: () => import('./build.ts') },
  serve: { says: 'serve the built site on this machine', run: () => import('./serve.ts') },
  verify: { says: 'check the archive and the built site', run: () => import('./verify.ts') },
  seal: { says: 'accept edits that were made on purpose', run: () => import('./seal.ts') },
  repair: { says: 'mend what git or an editor broke', run: () => import('./repair.ts') },
  private: {
    says: 'decide what is published of a private capture',
    run: () => import('./private.ts'),
  },
  withdraw: { says: 'take an article down', run: () => import('./withdraw.ts') },
  restore: { says: 'make the archive again from a site', run: () => import('./restore.ts') },
  package: { says: 'pack the site for reading offline', run: () => import('./package.ts') },
  hosts: { says: 'write settings for Caddy and nginx', run: () => import('./hosts.ts') },
};

const SAME_AS: Readonly<Record<string, string>> = { preview: 'serve', start: 'dev' };

const usage = `Usage: pressmark COMMAND [OPTION…]

${Object.entries(COMMANDS)
  .map(([name, { says }]) => `  ${name.padEnd(10)}${says}`)
  .join('\n')}

Commands work on the archive in this folder or the nearest above it: the one that holds content/archive.yml.
“pressmark COMMAND --help” says more. In an archive, “npm run COMMAND -- OPTION…” is the same.`;

const [word = '', ...args] = process.argv.slice(2);
const name = SAME_AS[word] ?? word;
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (['', 'help', '-h', '--help'].includes(word)) {
  console.log(usage);
} else if (['-v', '--version'].includes(word)) {
  const text = readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8');
  console.log((JSON.parse(text) as { version: string }).version);
} else if (command === undefined) {
  const close = nearest(word, Object.keys(COMMANDS));
  const meant = close === undefined ? '' : ` Did you mean “${close}”?`;
  console.error(`pressmark: there is no command “${word}”.${meant}\n\n${usage}`);
  process.exitCode = 1;
} else {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.argv.splice(2, process.argv.length, ...args);
  await command.run();
}
