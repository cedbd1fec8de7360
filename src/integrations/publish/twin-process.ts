// A process of its own, which outlives the build: has the old site become the twin of the new one, so that the next build
// need not link all of it. argv: the site, the cache, the old site, the id of the ledger.
import { renameSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { isTwinWanted, makeTwin, twinFolder } from '../../record/site-look/twin.ts';

const [site = '', cache = '', aside = '', id = ''] = process.argv.slice(2);
setPriority(constants.priority.PRIORITY_LOW);
let isWhole = false;
try {
  isWhole = makeTwin(site, aside, () => isTwinWanted(cache, id)) && isTwinWanted(cache, id);
  if (isWhole) renameSync(aside, twinFolder(cache, id));
} finally {
  if (!isWhole) rmSync(aside, { recursive: true, force: true });
}
