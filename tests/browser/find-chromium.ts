import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type LaunchOptions } from 'playwright-core';
import { ensureInstalled } from '../../src/cli/ensure-installed.mjs';
import { withLock } from '../../src/cli/file-lock.mjs';
import { root } from '../../src/cli/run-node.mjs';

/** A Chromium that has been seen to start, and what it needs for that. */
export interface Chromium {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  /** Where it was found, in words. */
  origin: string;
}

type Candidate = Omit<Chromium, 'args'>;

const run = promisify(execFile);

const baseArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // No process in reserve for a page that may come: every context would start one in vain.
  '--renderer-process-limit=1',
];

let found: Promise<Chromium> | undefined;

/**
 * Finds a Chromium that starts on this machine: CHROMIUM_PATH, then the system's own, then one that
 * Playwright has downloaded, then (Linux x64) the one that comes as an npm package.
 */
export function findChromium(): Promise<Chromium> {
  found ??= findOnce();
  return found;
}

/** Starting browsers to see which does takes longer than many a test: one file of a run of `npm test` does it for all. */
async function findOnce(): Promise<Chromium> {
  const run = process.env['PRESSMARK_TEST_RUN'];
  if (!run) return search();
  const known = join(run, 'chromium.json');
  if (existsSync(known)) return JSON.parse(readFileSync(known, 'utf8')) as Chromium;
  const chosen = await search();
  writeFileSync(known, JSON.stringify(chosen));
  return chosen;
}

async function search(): Promise<Chromium> {
  const refusals: string[] = [];
  const attempt = async (candidate: Candidate) => {
    const started = await start(candidate);
    if (typeof started !== 'string') return started;
    refusals.push(`${candidate.origin} (${candidate.executablePath}) does not start: ${started}`);
    return undefined;
  };
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    const asked = await attempt({ executablePath: named, env: {}, origin: 'CHROMIUM_PATH' });
    if (asked) return asked;
    throw new Error(
      `The browser tests cannot run: ${refusals[0]}\n` +
        'Set CHROMIUM_PATH to a Chromium or Chrome that runs here, or unset it to have one searched.',
    );
  }
  for (const candidate of installed()) {
    const usable = await attempt(candidate);
    if (usable) return usable;
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      const usable = await attempt(await unpackedFromNpm());
      if (usable) return usable;
    } catch (error) {
      refusals.push(`the npm package @sparticuz/chromium: ${(error as Error).message}`);
    }
  }
  throw new Error(
    'The browser tests cannot run: this machine has no Chromium that starts.\n' +
      `${refusals.map((refusal) => `- ${refusal}\n`).join('')}` +
      'Have one downloaded with npx playwright-core install chromium, or install Chromium or Chrome,\n' +
      'or set CHROMIUM_PATH to the one to use.',
  );
}

/** Browsers that may be on this machine already. */
function installed(): Candidate[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const own = chromium.executablePath();
  return [
    ...[...onPath, ...usualPaths()].map((path) => ({ path, origin: "the system's browser" })),
    ...(own ? [{ path: own, origin: "Playwright's download" }] : []),
  ]
    .filter(({ path }) => isExecutable(path))
    .map(({ path, origin }) => ({ executablePath: path, env: {}, origin }));
}

function usualPaths(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform !== 'win32') return [];
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined);
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What Playwright needs to know to launch it. */
export function launchOptions({ executablePath, args, env }: Chromium): LaunchOptions {
  const chromiumSandbox = !args.includes('--no-sandbox');
  return { executablePath, args, env: { ...process.env, ...env }, chromiumSandbox };
}

/**
 * Shows a page in the browser once, with its sandbox if it can; gives the reason where it cannot.
 * Only a launch by Playwright tells: some builds answer --version but not to it, some the reverse.
 */
async function start(candidate: Candidate): Promise<Chromium | string> {
  const isRoot = process.getuid?.() === 0;
  const sandboxes = isRoot ? [['--no-sandbox']] : [[], ['--no-sandbox']];
  let reason = '';
  for (const sandbox of sandboxes) {
    const chosen = { ...candidate, args: [...baseArgs, ...sandbox] };
    try {
      const browser = await chromium.launch({ ...launchOptions(chosen), timeout: 30_000 });
      try {
        const page = await browser.newPage();
        await page.goto('data:text/html,<title>It starts');
        if ((await page.title()) === 'It starts') return chosen;
        reason = 'it shows no page';
      } finally {
        await browser.close();
      }
    } catch (error) {
      reason = (error as Error).message;
    }
  }
  return reason.trim();
}

/**
 * The browser of the npm package that is named beside this file, with its libraries and fonts,
 * unpacked once for each version. Callers that come at the same time wait for the first.
 */
async function unpackedFromNpm(): Promise<Candidate> {
  const folder = import.meta.dirname;
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const version = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const cache = join(root, '.pressmark', 'chromium', version);
  await withLock(join(root, '.pressmark', 'chromium.lock'), async () => {
    if (existsSync(cache)) return;
    await ensureInstalled(folder);
    rmSync(join(cache, '..'), { recursive: true, force: true });
    await unpack(join(folder, 'node_modules', '@sparticuz', 'chromium'), cache);
  });
  const libraries = [join(cache, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
  return {
    executablePath: join(cache, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter),
      FONTCONFIG_FILE: join(cache, 'fonts.conf'),
    },
    origin: 'the npm package @sparticuz/chromium',
  };
}

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The package itself would unpack to fixed names in /tmp, and its NSS libraries only in Amazon's
 * cloud. So its `inflate` runs in a process of its own, whose TMPDIR is a folder beside the cache;
 * that takes the cache's name once it is complete.
 */
async function unpack(source: string, cache: string): Promise<void> {
  const staging = `${cache}.part`;
  mkdirSync(staging, { recursive: true });
  const packed = ['chromium', 'swiftshader.tar', 'al2023.tar', 'fonts.tar'].map((name) =>
    join(source, 'bin', `${name}.br`),
  );
  const code = `import { inflate } from ${JSON.stringify(pathToFileURL(join(source, 'build', 'index.js')))};
    for (const file of ${JSON.stringify(packed)}) await inflate(file);`;
  await run(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, TMPDIR: staging },
  });
  chmodSync(join(staging, 'chromium'), 0o755);
  writeFileSync(join(staging, 'fonts.conf'), fontsConf);
  renameSync(staging, cache);
}
