import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Folders } from '../../record/folders.ts';
import { saveMemos } from '../../record/memos.ts';
import { currentLedger } from '../../record/page-ledger.ts';
import { recoverSite } from '../../record/site-place.ts';
import { assertConserved } from './assert-conserved.ts';
import { completeTree, startLinking } from './kept-tree.ts';
import { removeStale, replaceSite } from './replace-site.ts';

/**
 * Builds into a fresh folder beside the published one and swaps the two when the site is whole, so
 * that a build that fails or is killed leaves the old site as it was. Files that would come out
 * alike are linked from it, in a thread of its own while the others are made.
 */
export function publish({
  folders: { content, out, cache },
}: {
  folders: Folders;
}): AstroIntegration {
  const made = `${out}.building-${process.pid}`;
  const tree = `${made}-kept`;
  let linking: Promise<void> | undefined;
  return {
    name: 'pressmark:publish',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        recoverSite(out);
        removeStale(out, cache);
        mkdirSync(path.dirname(out), { recursive: true });
        process.once('exit', () => {
          for (const folder of [made, tree]) rmSync(folder, { recursive: true, force: true });
        });
        updateConfig({ outDir: pathToFileURL(`${made}/`) });
        const lines = currentLedger()?.before;
        if (!lines?.size) return;
        linking = startLinking({ from: out, to: tree, addresses: [...lines.keys()] });
      },
      'astro:build:done': async () => {
        const ledger = currentLedger();
        await linking;
        if (ledger && linking) completeTree({ tree, made }, ledger);
        const site = linking ? tree : made;
        assertConserved(site, content);
        // Written before the swap: a run killed in between leaves a ledger that the files contradict.
        ledger?.save(site);
        saveMemos();
        replaceSite(site, out, cache);
        rmSync(made, { recursive: true, force: true });
      },
    },
  };
}
