import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { yaml } from '../archive/records.ts';
import { CACHE } from '../cache.ts';
import { runCommand, together } from '../measure/run-command.ts';
import type { Contestant } from './contestant.ts';
import { PAGEFIND, siteFolder, writeText } from './folders.ts';
import type { PlainStory } from './stories.ts';

const VERSION = '3.1.2';

/** Eleventy with article, tag, year and month pages, and Pagefind's own command over its pages. */
export function eleventy(stories: readonly PlainStory[]): Contestant {
  const home = path.join(CACHE, 'eleventy-installed');
  const program = path.join(home, 'node_modules/@11ty/eleventy/cmd.cjs');
  if (!existsSync(program)) {
    mkdirSync(home, { recursive: true });
    const install = ['install', '--prefix', home, '--no-package-lock', '--ignore-scripts'];
    execFileSync('npm', [...install, `@11ty/eleventy@${VERSION}`], { stdio: 'inherit' });
  }
  const cwd = siteFolder('eleventy', stories.length);
  for (const { slug, title, date, tags, body } of stories) {
    const [year = '', month = ''] = date.split('-');
    const { outlets, sources, people, places, topics } = tags;
    // One list of tags, as Eleventy has it: a page of each is made by pagination over the collections.
    const all = [outlets, sources, people, places, topics].flat();
    const fields = { title, date, tags: [...new Set([...all, year, `${year}-${month}`])] };
    writeText(path.join(cwd, 'articles', `${slug}.md`), `---\n${yaml(fields)}---\n\n${body}\n`);
  }
  const out = path.join(cwd, '_site');
  return {
    name: 'Eleventy + Pagefind, from nothing',
    makes: 'articles, tags, years, months, search',
    out,
    before: () => rmSync(out, { recursive: true, force: true }),
    run: async () =>
      together(
        await runCommand({
          line: [process.execPath, '--max-old-space-size=6000', program, '--quiet'],
          cwd,
        }),
        await runCommand({ line: [PAGEFIND, '--site', out, '--quiet'], cwd }),
      ),
  };
}
