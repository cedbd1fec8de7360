// npm run check:accessibility: every kind of page in every way of reading.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KINDS_OF_PAGE, type ServedSite, SHIPPED, serveSite } from '../browser/served-site.ts';
import { openSite, ROOT } from '../site/built-site.ts';
import { build, run } from '../site/command.ts';
import { CONDITIONS } from './accessibility/conditions.ts';
import { walkByKeyboard } from './accessibility/keyboard.ts';
import { lookAt } from './accessibility/look.ts';
import { markupFaults } from './accessibility/markup.ts';
import { report } from './report.ts';

const wrong: string[] = [];
const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-access-'));

/** An archive in German, Russian, Slovak and Arabic, invented for tests. */
async function foreignSite(): Promise<string> {
  const folders = { content: path.join(temporary, 'content'), out: path.join(temporary, 'site') };
  cpSync(path.join(ROOT, 'tests/fixtures/foreign/content'), folders.content, { recursive: true });
  await run('seal', ['--all'], { folders });
  await build(folders);
  return folders.out;
}

const FOREIGN: Readonly<Record<string, string>> = {
  'an article from right to left': '/articles/1993/safinat-al-milh.html',
  'its capture': '/articles/1993/safinat-al-milh.capture.html',
  'an article with tables': '/articles/1995/zahlen-der-ebbe.html',
  'the front page of an archive in many languages': '/index.html',
};

const SHIPPED_PAGES: Readonly<Record<string, string>> = {
  ...KINDS_OF_PAGE,
  'the data page': '/data.html',
  'the reading list': '/my-list.html',
  'the reading settings': '/reading.html',
  'the statement on accessibility': '/accessibility.html',
  'a search with results': '/search.html?q=Belarus&outlet=the-moscow-times',
  'a search with another reading': '/search.html?q=Lukahsenka+Sochi',
  'a search without results': '/search.html?q=xylophonist',
};

/** `--only dark` looks in one way alone. */
const only = process.argv.at(process.argv.indexOf('--only') + 1);
const isWanted = ({ name }: { name: string }) => !process.argv.includes('--only') || name === only;

let looks = 0;
let undecided = 0;
let stops = 0;

async function check(site: ServedSite, pages: Readonly<Record<string, string>>): Promise<void> {
  for (const { name, options, withoutScripts, reflows, settings } of CONDITIONS.filter(isWanted)) {
    // The pages' own policy would keep axe out.
    const page = await site.open({ ...options, bypassCSP: true });
    await page.addInitScript(
      (stored) => localStorage.setItem('pressmark-reading', stored),
      JSON.stringify(settings ?? {}),
    );
    if (withoutScripts) await page.route('**/assets/**', (route) => route.abort());
    for (const [kind, address] of Object.entries(pages)) {
      await page.goto(site.at(address));
      if (address.includes('?') && !withoutScripts) {
        await page
          .getByRole('status')
          .filter({ hasText: /article/i })
          .first()
          .waitFor();
      }
      const found = await lookAt(page, { ...(reflows && { reflows }) });
      wrong.push(...found.wrong.map((what) => `${kind}, ${name}: ${what}`));
      undecided += found.undecided;
      looks++;
      if (name !== 'light' && name !== '320 px') continue;
      const walk = await walkByKeyboard(page);
      wrong.push(...walk.wrong.map((what) => `${kind}, keyboard, ${name}: ${what}`));
      stops += walk.stops;
    }
    await page.context().close();
  }
}

const foreign = await foreignSite();
let markup = 0;
for (const [folder, pages] of [
  [SHIPPED, SHIPPED_PAGES],
  [foreign, FOREIGN],
] as const) {
  const built = openSite(folder);
  markup += built.pages.length;
  wrong.push(...(await markupFaults(built)));
  const site = await serveSite(folder);
  await check(site, pages);
  await site.close();
}

const arabic = openSite(foreign).page('/articles/1993/safinat-al-milh.html').document;
for (const part of ['h1', '.prose']) {
  const element = arabic.querySelector(`article ${part}`);
  const holder = element?.closest('[lang]');
  if (holder?.getAttribute('lang') !== 'ar' || holder.getAttribute('dir') !== 'rtl') {
    wrong.push(`${part} of the Arabic article does not say its language and direction`);
  }
}
rmSync(temporary, { recursive: true, force: true });

report(
  'accessibility',
  {
    title: '5. Accessibility',
    command: 'npm run check:accessibility',
    figures: [
      ['Kinds of pages', String(Object.keys({ ...SHIPPED_PAGES, ...FOREIGN }).length)],
      [
        'Ways of reading',
        CONDITIONS.filter(isWanted)
          .map(({ name }) => name)
          .join(', '),
      ],
      ['Pages looked at with axe, every rule of WCAG 2.2 A and AA, AAA but contrast', `${looks}`],
      ['Findings of axe, of reflow, of motion, of the keyboard, of the markup', `${wrong.length}`],
      ['Places that axe leaves to a person to judge', String(undecided)],
      ['Stops of the Tab key, each seen, uncovered, in order and with a visible ring', `${stops}`],
      ['Pages whose markup html-validate passed', String(markup)],
      ['Language and direction of an Arabic article', 'said by headline and text'],
    ],
    limits: [
      'No person who depends on assistive technology has tried this version; screen readers were not run.',
      'Automatic rules find a part of the barriers that there are. What a text says, captions and photographs that are not kept are not judged.',
      'Captured articles stand as they were printed: their headings, links and tables may be poor, and are not mended.',
      'Safari and mobile browsers were not tested.',
    ],
  },
  wrong,
);
