import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { caddyfile } from '../formats/hosts/caddy.ts';
import { policyOf } from '../formats/hosts/headers.ts';
import { nginxConfig } from '../formats/hosts/nginx.ts';
import { HOME } from '../model/address.ts';
import { readSettings } from '../record/read-settings.ts';
import { UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';

const usage = `Usage: npm run hosts [-- --to FOLDER] [--listen 80] [--root /srv/pressmark]

Writes Caddyfile and nginx.conf for the built site, with the headers and the content policy that it
needs, into a folder (else deploy/). docs/publishing.md says where each goes.

  --listen, --root  for nginx: where it listens, and the folder of the site on the server`;

await runCommand(() => {
  const { listen, root, help, ...given } = readArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return 0;
  }
  const archive = archiveOfCall();
  const { content, out } = archive.folders;
  const to = given.to ?? path.join(archive.root, 'deploy');
  const page = path.join(out, HOME);
  if (!existsSync(page)) {
    throw new UsageError(`There is no built site in ${out}. Run “npm run build” first.`);
  }
  const { settings } = readSettings(content);
  if (settings === undefined) throw new UsageError('archive.yml cannot be read: npm run verify.');
  const policy = policyOf(readFileSync(page, 'utf8'));
  mkdirSync(to, { recursive: true });
  for (const [name, text] of [
    ['Caddyfile', caddyfile(policy, settings.baseUrl)],
    ['nginx.conf', nginxConfig(policy, settings.baseUrl, { listen, root })],
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
