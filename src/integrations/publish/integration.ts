import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listFiles } from '../../record/content-files.ts';
import type { Folders } from '../../record/folders.ts';
import { saveMemos } from '../../record/memos.ts';
import { currentLedger } from '../../record/page-ledger.ts';
import { assertConserved } from './assert-conserved.ts';
import { dropAlike, updateInPlace } from './in-place.ts';
import { removeStale, replaceSite } from './replace-site.ts';

/**
 * Builds into a fresh folder beside the published site, so that a build that fails or is killed leaves
 * the site as it was. When the new one is whole it takes the place of the old; where most of the old one
 * stays, what is new in it is moved there.
 */
export function publish({
  folders: { content, out, cache },
}: {
  folders: Folders;
}): AstroIntegration {
  const made = `${out}.building-${process.pid}`;
  return {
    name: 'pressmark:publish',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        removeStale(out, cache);
        mkdirSync(path.dirname(out), { recursive: true });
        process.once('exit', () => rmSync(made, { recursive: true, force: true }));
        updateConfig({ outDir: pathToFileURL(`${made}/`) });
      },
      'astro:build:done': () => {
        const ledger = currentLedger();
        assertConserved({ made, out, kept: ledger?.kept() ?? [] }, content);
        const inPlace = ledger !== undefined && ledger.before.size > 0;
        const fresh = inPlace ? dropAlike(made, out) : listFiles(made).files;
        // Written first: a run killed in between leaves a ledger that the files contradict.
        ledger?.save(
          made,
          inPlace ? out : made,
          fresh.map((file) => `/${file}`),
        );
        saveMemos();
        if (inPlace) updateInPlace({ made, out, fresh }, ledger);
        else replaceSite(made, out, cache);
      },
    },
  };
}
