import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { countFiles, listFiles } from '../../record/content-files.ts';
import type { Folders } from '../../record/folders.ts';
import { saveMemos } from '../../record/memos.ts';
import { currentLedger, type PageLedger, type Saved } from '../../record/page-ledger.ts';
import { FEW } from '../../record/site-look/look.ts';
import { assertConserved } from './assert-conserved.ts';
import { composeSite } from './compose-site.ts';
import { dropAlike } from './keep-files.ts';
import { keepTwin, madeFolder, removeDropped, removeStale, replaceSite } from './replace-site.ts';

/**
 * Builds into a fresh folder beside the published site, so that a build that fails or is killed leaves
 * the site as it was. What stays of the old site is linked into another, and what was made is moved there; when
 * it is whole it takes the place of the old one.
 */
export function publish({
  folders: { content, out, cache },
}: {
  folders: Folders;
}): AstroIntegration {
  const made = madeFolder(out);
  return {
    name: 'pressmark:publish',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        removeStale(out, cache, currentLedger()?.left.ledger.id);
        mkdirSync(path.dirname(out), { recursive: true });
        process.once('exit', () => {
          currentLedger()?.left.stop();
          removeDropped(out);
        });
        updateConfig({ outDir: pathToFileURL(`${made}/`) });
      },
      'astro:build:done': () => {
        const ledger = currentLedger();
        assertConserved(
          { made, out, keeps: (address) => ledger?.keeps(address) ?? false },
          content,
        );
        if (ledger !== undefined && ledger.before.size > 0) return publishUpon(ledger);
        const saved = ledger?.save(
          (address) => statSync(made + address, { throwIfNoEntry: false }),
          listFiles(made).files.map((file) => `/${file}`),
        );
        saveMemos();
        replaceSite(made, out, cache, twinOf(saved));
      },
    },
  };

  /** Publishes what was made with what is kept of the site that stands. */
  function publishUpon(ledger: PageLedger): void {
    const { fresh, alike } = dropAlike(made, out);
    // Written first: a run killed in between leaves a ledger that the files contradict.
    const saved = ledger.save(
      (address) =>
        statSync(made + address, { throwIfNoEntry: false }) ??
        statSync(out + address, { throwIfNoEntry: false }),
      [...fresh, ...alike],
    );
    saveMemos();
    const leaves = ledger.leaves(new Set([...fresh, ...alike]));
    if (fresh.length + leaves.length === 0 && countFiles(out) === saved.files) {
      keepTwin(ledger.left, cache, twinOf(saved));
      return;
    }
    const linked = ledger.left.links();
    composeSite({ linked, made, out }, { fresh, alike, leaves });
    replaceSite(linked, out, cache, twinOf(saved));
  }
}

/** The id of a ledger whose site is large enough that linking it anew would be felt. */
function twinOf(saved: Saved | undefined): string | undefined {
  return saved !== undefined && saved.files > FEW ? saved.id : undefined;
}
