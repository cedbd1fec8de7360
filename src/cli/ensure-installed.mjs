// Plain JavaScript without dependencies: this runs on Node 20, before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { withLock } from './file-lock.mjs';
import { packagedNode, packagedNodeRuns, root, SetupError } from './run-node.mjs';

const npmArguments =
  'ci --ignore-scripts --include=dev --include=optional --include=peer --loglevel=error --no-audit --no-fund';

/**
 * Installs the packages that a folder's package-lock.json names, unless they are there already.
 * A stamp is written only after a complete install, so the next call repairs one that was cut off.
 */
export async function ensureInstalled(folder = root) {
  if (isInstalled(folder)) return;
  await withLock(join(folder, '.pressmark', 'install.lock'), async () => {
    if (!isInstalled(folder)) await install(folder);
  });
}

async function install(folder) {
  const where = relative(root, folder) || 'the project';
  console.error(`Pressmark installs the packages of ${where} with npm ci; this happens once …`);
  let result = await npmCi(folder);
  let missing = result.code === 0 ? missingPackages(folder) : [];
  if (missing.length > 0 && packagedNodeRuns()) {
    // npm leaves out, without a word, optional packages that ask for a newer Node than npm runs on,
    // and those that it could not fetch. Node 24 is here now: install once more with it.
    const newer = join(folder, '.pressmark', process.platform === 'win32' ? 'node.exe' : 'node');
    copyFileSync(realpathSync(packagedNode), newer);
    chmodSync(newer, 0o755);
    result = await npmCi(folder, newer);
    rmSync(newer, { force: true });
    missing = result.code === 0 ? missingPackages(folder) : [];
  }
  if (result.code !== 0 || missing.length > 0) {
    throw new SetupError(installMessage(folder, result, missing));
  }
  writeFileSync(stampOf(folder), fingerprint(folder));
}

function npmCi(folder, node) {
  rmSync(stampOf(folder), { force: true });
  rmSync(hiddenLockOf(folder), { force: true });
  const { npm_execpath: cli = '', npm_node_execpath: outer = process.execPath } = process.env;
  const args = npmArguments.split(' ');
  const options = { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] };
  const child =
    basename(cli) === 'npm-cli.js'
      ? spawn(node ?? outer, [cli, ...args], options)
      : spawn(`npm ${npmArguments}`, { ...options, shell: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function installMessage(folder, { code, output }, missing) {
  const what =
    code === 0
      ? `npm ci ended well but left out: ${missing.join(', ')}. Those packages could not be fetched.`
      : `npm ci failed (exit status ${code}):\n\n${output.trim()}\n`;
  return (
    `Pressmark could not install its packages in ${folder}.\n${what}\n` +
    'Nothing can be built without them. Check that this machine reaches the npm registry\n' +
    '(npm ping), and if it sits behind a proxy or uses another registry or certificate, tell npm:\n' +
    '  npm config set proxy http://host:port    npm config set https-proxy http://host:port\n' +
    '  npm config set registry https://…        npm config set cafile /path/to/ca.pem\n' +
    'Then run the same command again: it repairs what is half installed. On Windows, should a file\n' +
    'be in use, close other programs that use this folder and run npm ci yourself.'
  );
}

const stampOf = (folder) => join(folder, 'node_modules', '.pressmark-lock');
const hiddenLockOf = (folder) => join(folder, 'node_modules', '.package-lock.json');

/** What a complete install on this machine is made from. */
function fingerprint(folder) {
  const hash = createHash('sha256')
    .update(readFileSync(lockOf(folder)))
    .digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}

function lockOf(folder) {
  const file = join(folder, 'package-lock.json');
  if (existsSync(file)) return file;
  throw new SetupError(
    `${file} is missing. It names the exact version of every package, and without it nothing can be\n` +
      'installed the same way twice. Get it back with git checkout package-lock.json.',
  );
}

function isInstalled(folder) {
  const stamp = fingerprint(folder);
  const file = stampOf(folder);
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return true;
  if (missingPackages(folder).length > 0) return false;
  writeFileSync(file, stamp); // somebody ran npm ci or npm install by hand
  return true;
}

/** Packages of the lock that npm's own record of the install lacks or has in another version. */
function missingPackages(folder) {
  const wanted = JSON.parse(readFileSync(lockOf(folder), 'utf8')).packages;
  const hidden = hiddenLockOf(folder);
  const present = existsSync(hidden) ? JSON.parse(readFileSync(hidden, 'utf8')).packages : {};
  const names = Object.keys(wanted).filter((name) => name !== '' && isForThisMachine(wanted[name]));
  const missing = names.filter((name) => present[name]?.integrity !== wanted[name].integrity);
  return missing.map((name) => name.replace(/^node_modules\//, ''));
}

function isForThisMachine({ optional, os, cpu, libc }) {
  if (!optional) return true;
  const fits = (list, value) => list !== undefined && [list].flat().includes(value);
  if (!fits(os, process.platform) || !fits(cpu, process.arch)) return false;
  return libc === undefined || fits(libc, libcOfThisMachine());
}

function libcOfThisMachine() {
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}
