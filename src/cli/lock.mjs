// npm run lock: writes package-lock.json anew and completes it. npm leaves optional packages of other
// platforms out of the lock when it can't read about them where it runs, and `npm ci` then refuses the
// lock everywhere (https://github.com/npm/cli/issues/4828). Their exact versions stand in the
// packages that ask for them, and for what they run in their names.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exitWith, root, runNode, SetupError } from './run-node.mjs';

const OS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const CPU = {
  arm: 'arm',
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  wasm32: 'wasm32',
};
const LIBC = { gnu: 'glibc', musl: 'musl' };

await exitWith(async () => {
  const folder = resolve(root, process.argv[2] ?? '.');
  const npm = process.env.npm_execpath;
  if (!npm) throw new SetupError('Run this as “npm run lock”: it needs to know which npm to ask.');
  const code = await runNode([npm, 'install', '--package-lock-only', '--prefix', folder]);
  if (code !== 0) return code;
  const file = join(folder, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = complete(lock.packages);
  const hashed = await addHashes(lock.packages, registryOf(npm));
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    `package-lock.json is written; ${added.length} packages of other platforms and ${hashed} hashes were added.`,
  );
  // The list of licences is that of the lock.
  return folder === root ? runNode(['src/cli/licences.ts']) : 0;
});

function registryOf(npm) {
  return execFileSync(process.execPath, [npm, 'config', 'get', 'registry'], { encoding: 'utf8' })
    .trim()
    .replace(/\/?$/, '/');
}

/**
 * Adds the hash of every package that has none; gives how many. npm leaves out those of packages that are installed already,
 * and then checks nothing of what it downloads (https://github.com/npm/cli/issues/4460).
 */
async function addHashes(packages, registry) {
  const bare = Object.entries(packages).filter(([key, one]) => key && !one.integrity && !one.link);
  const next = bare.values();
  const missing = [];
  const work = async () => {
    for (const [key, one] of next) {
      const name = one.name ?? key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const answer = await fetch(`${registry}${name.replace('/', '%2f')}/${one.version}`);
      if (!answer.ok) {
        missing.push(`${name} ${one.version} (${answer.status})`);
        continue;
      }
      const { version, ...rest } = one;
      packages[key] = { version, integrity: (await answer.json()).dist.integrity, ...rest };
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  if (missing.length > 0) {
    console.log(
      `Without a hash, because this registry does not have them: ${missing.sort().join(', ')}. Whoever installs on these platforms has nothing to check them by; run this where the registry is whole.`,
    );
  }
  return bare.length - missing.length;
}

/** Adds what optional dependencies name and the lock lacks; gives their names. */
function complete(packages) {
  const added = [];
  for (const { optionalDependencies = {}, dev } of Object.values({ ...packages })) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const key = `node_modules/${name}`;
      if (packages[key] !== undefined || !/^\d+\.\d+\.\d+/.test(version)) continue;
      packages[key] = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
      added.push(name);
    }
  }
  return added;
}

/** The platform that a package's name ends with: "@scope/name-linux-arm64-musl". */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const find = (table) => words.map((word) => table[word]).find((found) => found !== undefined);
  const [os, cpu, libc] = [find(OS), find(CPU), find(LIBC)];
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}
