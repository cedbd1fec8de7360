import { rmSync } from 'node:fs';
import path from 'node:path';
import { yaml } from '../archive/records.ts';
import { runCommand, together } from '../measure/run-command.ts';
import type { Contestant } from './contestant.ts';
import { PAGEFIND, siteFolder, writeText } from './folders.ts';
import type { PlainStory } from './stories.ts';

/** Hugo with article, tag, year and month pages, and Pagefind's own command over its pages. */
export function hugo(stories: readonly PlainStory[]): Contestant {
  const cwd = siteFolder('hugo', stories.length);
  for (const { slug, title, date, tags, body } of stories) {
    const [year = '', month = ''] = date.split('-');
    const fields = { title, date, ...tags, years: [year], months: [`${year}-${month}`] };
    writeText(
      path.join(cwd, 'content/articles', `${slug}.md`),
      `---\n${yaml(fields)}---\n\n${body}\n`,
    );
  }
  const out = path.join(cwd, 'public');
  return {
    name: 'Hugo + Pagefind, from nothing',
    makes: 'articles, tags, years, months, search',
    out,
    before: () => {
      for (const name of ['public', 'resources']) {
        rmSync(path.join(cwd, name), { recursive: true, force: true });
      }
    },
    run: async () =>
      together(
        await runCommand({ line: ['hugo', '--quiet'], cwd }),
        await runCommand({ line: [PAGEFIND, '--site', out, '--quiet'], cwd }),
      ),
  };
}
