// npm run check:package: packs both packages, makes an archive from nothing but their tarballs and the registry, and
// does with it what a keeper does. Takes some minutes, most of them for npm.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSite, ROOT } from '../site/built-site.ts';
import { build, fingerprint, firstDifference } from '../site/command.ts';
import { report } from './report.ts';

const SITEMAP = '@astrojs/sitemap@3.7.4';

const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-package-'));
const archive = path.join(temporary, 'archive');
const figures: (readonly [string, string])[] = [];
const wrong: string[] = [];
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

/** The environment of somebody who has no checkout: nothing of this run's npm, and none of its packages. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:npm_(?!config_(?:registry|cache))|ARCHIVE_|NODE_|INIT_CWD|PRESSMARK)/i.test(name),
  ),
);
env['PATH'] = (env['PATH'] ?? '')
  .split(path.delimiter)
  .filter((folder) => !folder.startsWith(ROOT))
  .join(path.delimiter);

interface Ran {
  readonly status: number;
  readonly said: string;
}

/** Runs a command in a folder. @param isSound what failed is wrong */
function run(cwd: string, line: readonly string[], isSound = true): Promise<Ran> {
  const [command = '', ...args] = line;
  const began = performance.now();
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : Number(error.code ?? 1);
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      console.error(`${line.join(' ').slice(0, 100)}: ${status}, ${seconds} s`);
      if (isSound && status !== 0) wrong.push(`${line.join(' ')}\n${stdout}${stderr}`);
      resolve({ status, said: `${stdout}${stderr}` });
    });
  });
}

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(archive, file)), { recursive: true });
  writeFileSync(path.join(archive, file), text);
};

for (const folder of [ROOT, path.join(ROOT, 'create-pressmark')]) {
  await run(folder, ['npm', 'pack', '--silent', '--pack-destination', temporary]);
}
const tarball = (name: RegExp) =>
  path.join(temporary, readdirSync(temporary).find((file) => name.test(file)) ?? 'missing.tgz');
const program = tarball(/^pressmark-/);

await run(temporary, [
  ...['npm', 'exec', '--yes', '--package', tarball(/^create-/), '--', 'create-pressmark'],
  ...['archive', '-y', '--pressmark', `file:${program}`],
]);
await run(archive, ['npm', 'install', '--no-audit', '--no-fund']);
await run(archive, ['npx', 'astro', 'build']);
await run(archive, ['npx', 'pressmark', 'verify']);
figures.push(['An archive of no articles, made, built and verified', 'done']);

const captures = readdirSync(path.join(ROOT, 'content/captures'), { recursive: true })
  .map((file) => path.join(ROOT, 'content/captures', String(file)))
  .filter((file) => path.extname(file) !== '');
await run(archive, ['npm', 'run', 'add', '--', '--yes', ...captures]);
await run(archive, ['npm', 'install', '--no-audit', '--no-fund', SITEMAP]);
await run(archive, [
  'npm',
  'install',
  '--no-audit',
  '--no-fund',
  '-D',
  '@astrojs/check',
  'typescript@6.0.3',
]);
write(
  'astro.config.mjs',
  `import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { pressmark } from 'pressmark';

export default defineConfig({ integrations: [pressmark(), sitemap()] });
`,
);
write(
  'src/pages/press.astro',
  `---
import { getCollection } from 'astro:content';

const articles = await getCollection('articles');
const years: string[] = articles.map(({ data }) => data.date.slice(0, 4));
---

<html lang="en"><head><title>Press</title></head><body>{articles.map(({ id, data }) => <a href={\`articles/\${id}.html\`}>{data.title}</a>)} {years.join(' ')}</body></html>
`,
);
await run(archive, ['npx', 'astro', 'check']);
await run(archive, ['npm', 'run', 'build']);
const found = openSite(path.join(archive, 'dist'));
const articles = found.pages.filter(({ address }) =>
  /^\/articles\/\d{4}\/[\w-]+\.html$/.test(address),
);
const own = found.page('/press.html').document.querySelectorAll('a').length;
if (own !== captures.length)
  wrong.push(`The own page names ${own} of ${captures.length} articles.`);
if (articles.length !== captures.length) wrong.push(`${articles.length} articles have a page.`);
const map = found.bytes('/sitemap-0.xml').toString();
for (const page of ['press', articles[0]?.address.slice(1, -5) ?? '?']) {
  if (!map.includes(page)) wrong.push(`@astrojs/sitemap has not seen ${page}.`);
}
await run(archive, ['npm', 'run', 'verify']);
await run(archive, ['npm', 'run', 'package']);
await run(archive, ['npm', 'run', 'hosts']);
figures.push([
  'Articles added from captures, on the site with an own page and @astrojs/sitemap',
  String(own),
]);

const port = await freePort();
const server = execFile('npx', ['pressmark', 'serve', '--port', String(port)], {
  cwd: archive,
  env,
});
const answer = await answerOf(`http://127.0.0.1:${port}/press.html`);
server.kill();
if (answer !== 200) wrong.push(`The served page answers ${answer}.`);
figures.push(['The own page as it is served', String(answer)]);

for (const entry of ['record', 'capture', 'formats', 'search']) {
  const script = `import('pressmark/${entry}').then((all) => console.log(Object.keys(all).length))`;
  // With the Node that comes as a package, where there is one.
  await run(archive, ['npm', 'exec', '-c', `node --input-type=module -e "${script}"`]);
}

// The demonstration's content gives the same site in the package and in a checkout.
rmSync(path.join(archive, 'src/pages'), { recursive: true });
rmSync(path.join(archive, 'dist'), { recursive: true });
for (const folder of ['content', 'public']) {
  rmSync(path.join(archive, folder), { recursive: true });
  cpSync(path.join(ROOT, folder), path.join(archive, folder), { recursive: true });
}
write(
  'astro.config.mjs',
  `import { defineConfig } from 'astro/config';
import { pressmark } from 'pressmark';

export default defineConfig({ integrations: [pressmark()] });
`,
);
await run(archive, ['npx', 'pressmark', 'build']);
const checkout = { content: path.join(ROOT, 'content'), out: path.join(temporary, 'checkout') };
await build(checkout);
const [theirs, ours] = [path.join(archive, 'dist'), checkout.out].map(fingerprint);
const difference = firstDifference(theirs ?? new Map(), ours ?? new Map());
if (difference !== undefined) wrong.push(`Package and checkout differ: ${difference}.`);
figures.push([
  'Files of the demonstration’s site that are alike in the package and in the checkout',
  String(ours?.size),
]);

report('package', { title: '15. The package', command: 'npm run check:package', figures }, wrong);

async function freePort(): Promise<number> {
  const one = createServer();
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  const at = one.address();
  one.close();
  return typeof at === 'object' ? (at?.port ?? 0) : 0;
}

async function answerOf(address: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    await wait(300);
    const status = await fetch(address).then(
      (response) => response.status,
      () => undefined,
    );
    if (status !== undefined) return status;
  }
  return 0;
}
