import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { caddyfile } from '../formats/hosts/caddy.ts';
import { nginxConfig } from '../formats/hosts/nginx.ts';
import { readSettings } from '../record/read-settings.ts';
import { UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';

const usage = `Usage: npm run hosts [-- --to FOLDER] [--listen 80] [--root /srv/pressmark]

Writes Caddyfile and nginx.conf for the site, with the headers and the content policy that it
needs, into a folder (else deploy/). docs/publishing.md says where each goes.

  --listen, --root  for nginx: where it listens, and the folder of the site on the server`;

await runCommand(() => {
  const { listen, root, help, ...given } = readArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return 0;
  }
  const archive = archiveOfCall();
  const { content } = archive.folders;
  const to = given.to ?? path.join(archive.root, 'deploy');
  const { settings } = readSettings(content);
  if (settings === undefined) throw new UsageError('archive.yml cannot be read: npm run verify.');
  mkdirSync(to, { recursive: true });
  for (const [name, text] of [
    ['Caddyfile', caddyfile(settings.baseUrl)],
    ['nginx.conf', nginxConfig(settings.baseUrl, { listen, root })],
  ] as const) {
    writeFileSync(path.join(to, name), text);
    console.log(`Wrote ${path.relative(process.cwd(), path.join(to, name))}`);
  }
  return 0;
});

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        to: { type: 'string' },
        listen: { type: 'string', default: '80' },
        root: { type: 'string', default: '/srv/pressmark' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}
