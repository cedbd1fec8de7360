import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { yaml } from '../archive/records.ts';
import { ROOT } from '../cache.ts';
import { runCommand, together } from '../measure/run-command.ts';
import type { Contestant } from './contestant.ts';
import { PAGEFIND, siteFolder, writeText } from './folders.ts';
import type { PlainStory } from './stories.ts';

/**
 * Astro as its blog template uses it (a collection of MDX files, `render`, `paginate`) with article,
 * tag, year and month pages, and Pagefind's own command over its pages.
 */
export function astroBlog(stories: readonly PlainStory[]): Contestant {
  const cwd = siteFolder('astro-blog', stories.length);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(cwd, 'node_modules'));
  for (const { slug, title, date, tags, body } of stories) {
    const [year = '', month = ''] = date.split('-');
    const { outlets, sources, people, places, topics } = tags;
    const all = [outlets, sources, people, places, topics].flat();
    const fields = { title, date, tags: [...new Set([...all, year, `${year}-${month}`])] };
    writeText(path.join(cwd, 'content', `${slug}.mdx`), `---\n${yaml(fields)}---\n\n${body}\n`);
  }
  const out = path.join(cwd, 'dist');
  const program = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
  return {
    name: 'Astro’s blog template + Pagefind, from nothing',
    makes: 'articles, tags, years, months, search',
    out,
    before: () => {
      for (const name of ['dist', '.astro', 'node_modules/.astro']) {
        rmSync(path.join(cwd, name), { recursive: true, force: true });
      }
    },
    run: async () =>
      together(
        await runCommand({
          line: [process.execPath, '--max-old-space-size=8000', program, 'build', '--force'],
          cwd,
        }),
        await runCommand({ line: [PAGEFIND, '--site', out, '--quiet'], cwd }),
      ),
  };
}
