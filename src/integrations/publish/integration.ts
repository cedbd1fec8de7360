import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listFiles } from '../../record/content-files.ts';
import type { Folders } from '../../record/folders.ts';
import { saveMemos } from '../../record/memos.ts';
import { currentLedger } from '../../record/page-ledger.ts';
import { assertConserved } from './assert-conserved.ts';
import { dropAlike, hasChanges, linkKept } from './keep-files.ts';
import { removeStale, replaceSite } from './replace-site.ts';

/**
 * Builds into a fresh folder beside the published site, so that a build that fails or is killed leaves
 * the site as it was. What stays of the old site is linked into it; when it is whole it takes the place of
 * the old one.
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
        assertConserved(
          { made, out, keeps: (address) => ledger?.keeps(address) ?? false },
          content,
        );
        const keeps = ledger !== undefined && ledger.before.size > 0;
        const fresh = keeps ? dropAlike(made, out) : listFiles(made).files;
        // Written first: a run killed in between leaves a ledger that the files contradict.
        ledger?.save(
          made,
          keeps ? out : made,
          fresh.map((file) => `/${file}`),
        );
        saveMemos();
        if (keeps) {
          const stays = new Set([...ledger.kept().map((address) => address.slice(1)), ...fresh]);
          // The folder of what was made is removed when the process ends.
          if (!hasChanges(made, out, stays)) return;
          linkKept(made, out, stays);
        }
        replaceSite(made, out, cache);
      },
    },
  };
}
