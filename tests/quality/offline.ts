// npm run check:offline: packs the shipped archive and a larger one, and reads them from the disk.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeArchive } from '../../bench/archive/write-archive.ts';
import { CACHE } from '../../bench/cache.ts';
import { ROOT, sha256 } from '../site/built-site.ts';
import { run } from '../site/command.ts';
import { inChromium, inFirefox, readEdition, type Trial } from './offline-journey.ts';
import { report } from './report.ts';
import { unzip } from './unzip.ts';

const LARGER = 2500;

interface Archive {
  readonly name: string;
  readonly content: string;
  readonly trial: Trial;
}

const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-offline-'));
process.setMaxListeners(0);
const wrong: string[] = [];
const figures: [string, string][] = [];

/** Packs an archive into a folder of its own. */
async function pack(content: string, folder: string, env: NodeJS.ProcessEnv): Promise<Buffer> {
  const folders = { content, out: path.join(folder, 'site') };
  const to = path.join(folder, 'edition.zip');
  const { status, stderr } = await run('package', ['--to', to], { folders, env });
  if (status !== 0) throw new Error(stderr);
  return readFileSync(to);
}

async function check({ name, content, trial }: Archive): Promise<void> {
  const folder = mkdtempSync(path.join(temporary, 'edition-'));
  const began = performance.now();
  const zip = await pack(content, folder, { TZ: 'Pacific/Kiritimati', LANG: 'be_BY.UTF-8' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const other = mkdtempSync(path.join(temporary, 'again-'));
  const again = await pack(content, other, { TZ: 'America/Los_Angeles', LANG: 'C' });
  if (!zip.equals(again)) wrong.push(`${name}: two editions differ`);

  const names = await unzip(zip, folder);
  const top = path.join(folder, names[0]?.split('/')[0] ?? '');
  const listed = readFileSync(path.join(top, 'site-sha256.txt'), 'utf8').trim().split('\n');
  for (const line of listed) {
    const [hash, file = ''] = line.split('  ');
    if (sha256(readFileSync(path.join(top, file))) !== hash) wrong.push(`${name}: ${file} differs`);
  }
  if (listed.length !== names.length - 1) wrong.push(`${name}: the manifest is not whole`);

  const article = names.find((one) => /articles\/\d{4}\/[^/.]+\.html$/.test(one)) ?? '';
  const what = { trial, article: article.slice(article.indexOf('/') + 1) };
  const url = pathToFileURL(`${top}/`).href;
  figures.push(
    [`${name}: size of the ZIP`, `${(zip.length / 1e6).toFixed(2)} MB, ${names.length} files`],
    [`${name}: built and packed in`, `${seconds} s`],
    [`${name}: two editions, other folders, zones and locales`, 'the same, byte for byte'],
  );
  for (const [browser, read] of [
    ['Chromium', inChromium],
    ['Firefox', inFirefox],
  ] as const) {
    const { value, complaints } = await read((reader) => readEdition(reader, url, what));
    wrong.push(...[...value.wrong, ...complaints].map((one) => `${name}, ${browser}: ${one}`));
    const time = `${(value.milliseconds / 1000).toFixed(1)} s`;
    figures.push([`${name}: ${browser} from file://, first search answered after`, time]);
  }
  rmSync(folder, { recursive: true });
  rmSync(other, { recursive: true });
}

const larger = path.join(CACHE, `content-${LARGER}`);
if (!existsSync(path.join(larger, 'site-sha256.txt'))) {
  writeArchive({ articles: LARGER, out: larger, dense: false });
}
await check({
  name: 'Five articles',
  content: path.join(ROOT, 'content'),
  trial: { query: 'Lukashenko', says: /\b5 articles/ },
});
await check({
  name: 'The wire, 2,500 articles',
  content: larger,
  trial: { query: 'cocoa export', says: /\b\d+ articles/ },
});
rmSync(temporary, { recursive: true, force: true });

report(
  'offline',
  {
    title: '6. Offline edition',
    command: 'npm run check:offline',
    figures: [
      ...figures,
      ['Journey in each browser', 'front page, search, result, marks, citations, another article'],
      ['Requests for anything but files of the edition, violations, errors', String(wrong.length)],
    ],
    limits: [
      'A reading list of the offline edition is kept by the browser for the folder it stands in, or not at all.',
      'Safari was not tested: it does not run here.',
    ],
  },
  wrong,
);
