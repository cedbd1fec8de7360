import assert from 'node:assert/strict';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '../../src/cli/file-lock.mjs';
import { ROOT } from './built-site.ts';
import { type ArchiveFolders, build, run, temporaryFolder } from './command.ts';
import { writeArticle } from './write-archive.ts';

export const FOREIGN_URL = 'https://press.example.net/archiv/ost/';

/** More articles of one day and one person than two pages hold. */
export const SPEECHES = 160;
export const SPEAKER = '/people/ilse-immergruen.html';
export const DAY = '2003-03-03';

export const speechAddress = (number: number) =>
  `/articles/2003/rede-${String(number).padStart(3, '0')}.html`;

/**
 * The foreign archive, built, for tests that change nothing in it: made once for all steps of a run of
 * `npm test`, which names a folder for that.
 */
export async function foreignArchive(): Promise<ArchiveFolders> {
  const below = process.env['PRESSMARK_TEST_RUN'] || temporaryFolder('foreign');
  const folders = {
    content: path.join(below, 'fremd', 'content'),
    out: path.join(below, 'fremd', 'site'),
  };
  await withLock(path.join(below, 'fremd.lock'), async () => {
    if (!existsSync(path.join(folders.out, 'index.html'))) await make(folders);
  });
  return folders;
}

/** Copies the archive of the fixtures, adds a day on which somebody spoke all the time, seals and builds it. */
async function make(folders: ArchiveFolders): Promise<void> {
  cpSync(path.join(ROOT, 'tests/fixtures/foreign/content'), folders.content, { recursive: true });
  for (let number = 1; number <= SPEECHES; number++) {
    writeArticle(
      folders.content,
      speechAddress(number).slice('/articles/'.length, -'.html'.length),
      {
        title: `Rede ${number} zur Lage der Mole`,
        date: DAY,
        outlet: number % 3 === 0 ? 'kurier-solny' : 'der-leuchtturm',
        source: 'agentur-moewe',
        people: ['ilse-immergruen'],
        places: ['salzhafen'],
      },
      `Ilse Immergrün sprach in Salzhafen zum ${number}. Mal, und es war nichts Neues.`,
    );
  }
  const { status, stderr } = await run('seal', ['--all'], { folders });
  assert.equal(status, 0, stderr);
  await build(folders);
}
