import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { caddyfile } from '../../src/formats/hosts/caddy.ts';
import { nginxConfig } from '../../src/formats/hosts/nginx.ts';

/** A web server that is started with the file that we make for it. */
export interface Host {
  readonly name: string;
  /** Its version; undefined where it is not installed. */
  readonly version: string | undefined;
  /** Starts it for a site below the path of `baseUrl`. */
  start(site: HostedSite): ChildProcess;
}

export interface HostedSite {
  readonly folder: string;
  /** A folder for what the server writes. */
  readonly scratch: string;
  readonly baseUrl: string;
  readonly port: number;
}

export const HOSTS: readonly Host[] = [
  {
    name: 'Caddy',
    version: versionOf('caddy', ['version']),
    start({ folder, scratch, baseUrl, port }) {
      const file = path.join(scratch, 'Caddyfile');
      writeFileSync(file, `{\n\tadmin off\n}\n${caddyfile(baseUrl)}`);
      return spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          ...process.env,
          HOME: scratch,
          PRESSMARK_ADDRESS: `http://127.0.0.1:${port}`,
          PRESSMARK_ROOT: folder,
        },
      });
    },
  },
  {
    name: 'nginx',
    version: versionOf('nginx', ['-v']),
    start({ folder, scratch, baseUrl, port }) {
      const site = nginxConfig(baseUrl, { listen: `127.0.0.1:${port}`, root: folder });
      const file = path.join(scratch, 'nginx.conf');
      mkdirSync(path.join(scratch, 'logs'), { recursive: true });
      writeFileSync(path.join(scratch, 'site.conf'), site.replace(/server_name .*;/, ''));
      writeFileSync(
        file,
        `daemon off; master_process off; pid ${scratch}/nginx.pid; error_log stderr;
events {}
http { access_log off; client_body_temp_path ${scratch}/a; proxy_temp_path ${scratch}/b;
fastcgi_temp_path ${scratch}/c; uwsgi_temp_path ${scratch}/d; scgi_temp_path ${scratch}/e;
include ${scratch}/site.conf; }`,
      );
      return spawn('nginx', ['-e', 'stderr', '-c', file], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    },
  },
];

function versionOf(command: string, args: string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? /\d+\.\d+\.\d+/.exec(`${stdout}${stderr}`)?.[0] : undefined;
}

/** Waits until a server answers; ends with what it said where it does not. */
export async function answering(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for (let tries = 0; tries < 100; tries++) {
    try {
      await fetch(url);
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error(`No answer from ${url}: ${said}`);
}
