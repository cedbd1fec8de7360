// npm run check:conservation: counts the articles in every part of built sites, and loses one of each.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { articleAddress } from '../../src/model/address.ts';
import { checkConservation } from '../../src/record/conservation/check.ts';
import { PLACES } from '../../src/record/conservation/places.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { ROOT } from '../site/built-site.ts';
import { build, run } from '../site/command.ts';
import { report } from './report.ts';

const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-conservation-'));
const wrong: string[] = [];
const figures: [string, string][] = [];

/** Builds an archive and counts its articles in each part of the site. */
async function check(name: string, content: string): Promise<void> {
  const out = path.join(temporary, name, 'site');
  await build({ content, out });
  const { record } = readArchive(content);
  if (record === undefined) throw new Error(`${name} cannot be read`);
  const ids = record.articles.map(({ id }) => id);
  const fileOf = (address: string) => {
    const file = path.join(out, address);
    return existsSync(file) ? file : undefined;
  };
  for (const { file, what } of checkConservation(fileOf, record)) {
    wrong.push(`${name}: ${file}: ${what}`);
  }
  const pages = ids.filter((id) => fileOf(articleAddress(id)) !== undefined);
  const counts = Object.entries(PLACES).map(([part, { addresses, ids: read }]) => {
    const files = [...addresses(fileOf)].map(fileOf);
    return `${part} ${files.flatMap((file) => (file ? [...read(file)] : [])).length}`;
  });
  figures.push([`${name}: articles in the record`, String(ids.length)]);
  figures.push([
    `${name}: in each part of the site`,
    [`/articles/ ${pages.length}`, ...counts].join(', '),
  ]);

  // An article more in the record than on the site must be missed everywhere.
  const more = [...record.articles, { ...record.articles[0], id: '1900/not-there' }];
  const missed = checkConservation(fileOf, { articles: more as typeof record.articles });
  const parts = ['/articles/', ...Object.keys(PLACES)];
  if (missed.length !== parts.length) wrong.push(`${name}: ${missed.length} parts miss an article`);
  figures.push([`${name}: parts that miss an article that is not there`, `${missed.length}`]);
}

await check('Five articles', path.join(ROOT, 'content'));
const foreign = path.join(temporary, 'foreign');
cpSync(path.join(ROOT, 'tests/fixtures/foreign/content'), foreign, { recursive: true });
await run('seal', ['--all'], { folders: { content: foreign, out: path.join(temporary, 'none') } });
await check('An archive in four languages', foreign);
rmSync(temporary, { recursive: true, force: true });

report(
  'conservation',
  {
    title: '3. Conservation',
    command: 'npm run check:conservation',
    figures: [...figures, ['Articles lost, there twice or not in the record', `${wrong.length}`]],
    limits: [
      'Every build counts the same before it publishes, and `npm run verify` on a published site; a build that lost an article fails. What is counted are ids: that their words are the right ones is the business of the tests of each part.',
    ],
  },
  wrong,
);
