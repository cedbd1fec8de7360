import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../src/record/hash.ts';
import { yaml } from '../archive/records.ts';
import { ROOT } from '../cache.ts';
import { runCommand } from '../measure/run-command.ts';
import type { Contestant } from './contestant.ts';

/** Addresses of what the other generators do not make: captures, comparisons, days, pictures, and texts for machines. */
const OURS_ALONE = String.raw`\.(capture|compare)\.html$|\.bin$|^timeline/\d{4}-\d\d-\d\d|\.(json|bib|ris|txt|xml|csv|ndjson|opml)$|^cards/|^(company|coverage|spellings|on-this-day)/`;

/** Where a cold build into a folder writes how long what took. */
export function timingsFile(out: string): string {
  return `${out}-timings.json`;
}

/** Our own builds of one content folder: from nothing, and upon the last one. */
export function pressmark(content: string, out: string): Contestant[] {
  const build = (...flags: string[]) =>
    runCommand({
      line: [process.execPath, 'src/cli/build.ts', ...flags],
      cwd: ROOT,
      env: { ARCHIVE_CONTENT: content, ARCHIVE_OUT: out },
    });
  const forget = () => rmSync(out, { recursive: true, force: true });
  const part = `${out}-part`;
  const articleOf = newArticle(content);
  const person = path.join(content, 'people', 'james-baker.yml');
  const personBefore = readFileSync(person, 'utf8');
  const corrected = path.join(content, articleOf.correctedFile);
  const correctedBefore = readFileSync(corrected, 'utf8');
  const whole = { out, makes: 'everything' };
  return [
    {
      name: 'Pressmark, the kinds that Hugo makes',
      makes: 'articles, tags, years, months, search',
      out: part,
      before: () => rmSync(part, { recursive: true, force: true }),
      run: () =>
        runCommand({
          line: [process.execPath, 'src/cli/build.ts', '--cold'],
          cwd: ROOT,
          env: { ARCHIVE_CONTENT: content, ARCHIVE_OUT: part, ARCHIVE_LEAVE_OUT: OURS_ALONE },
        }),
    },
    {
      ...whole,
      name: 'Pressmark, cold',
      before: forget,
      run: () => build('--cold', '--timings', timingsFile(out)),
    },
    { ...whole, name: 'Pressmark, nothing changed', before: () => undefined, run: () => build() },
    {
      ...whole,
      name: 'Pressmark, one article added',
      before: () => {
        articleOf.add();
      },
      run: () => build(),
      after: async () => {
        articleOf.remove();
        await build();
      },
    },
    {
      ...whole,
      name: 'Pressmark, one article corrected',
      before: () => {
        writeFileSync(corrected, `${correctedBefore.trimEnd()} So it was said.\n`);
      },
      run: () => build(),
      after: async () => {
        writeFileSync(corrected, correctedBefore);
        await build();
      },
    },
    {
      ...whole,
      name: 'Pressmark, one person renamed',
      before: () => {
        writeFileSync(person, yaml({ name: 'James A. Baker III' }));
      },
      run: () => build(),
      after: async () => {
        writeFileSync(person, personBefore);
        await build();
      },
    },
  ];
}

/** An article of the archive's newest day, to be added and taken out, and one to be corrected. */
function newArticle(content: string) {
  const manifest = readFileSync(path.join(content, 'manifest-sha256.txt'), 'utf8');
  const files = [...manifest.matchAll(/^\w+ {2}(articles\/.*)$/gm)].map(([, file = '']) => file);
  const newest = files.at(-1)?.split('/')[1] ?? '1987';
  const id = `${newest}/a-new-article`;
  const text =
    'The Treasury said on Thursday that nothing had been decided, and James Baker agreed.';
  const capture = `A new article\n\n${text}\n`;
  const fields = {
    title: 'A new article',
    date: `${newest}-12-31`,
    outlet: 'harbour-courier',
    source: 'reuters',
    people: ['james-baker'],
    places: ['usa', 'japan'],
    capture: { file: `captures/${id}.txt`, sha256: sha256(capture) },
  };
  const paths = [
    path.join(content, `articles/${id}.mdx`),
    path.join(content, `captures/${id}.txt`),
  ];
  return {
    correctedFile: files[Math.floor(files.length / 2)] ?? '',
    add: () => {
      const [entry = '', kept = ''] = paths;
      mkdirSync(path.dirname(entry), { recursive: true });
      writeFileSync(entry, `---\n${yaml(fields)}---\n\n${text}\n`);
      writeFileSync(kept, capture);
    },
    remove: () => {
      for (const file of paths) rmSync(file, { force: true });
    },
  };
}
