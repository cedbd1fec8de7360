import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { shippedSite } from './built-site.ts';
import {
  build,
  copyProject,
  fingerprint,
  firstDifference,
  runAstro,
  temporaryFolder,
} from './command.ts';

const temporary = temporaryFolder('same-bytes');

/** Ten years on, for what a build might read of the clock. */
const LATER = `data:text/javascript,${encodeURIComponent(`
  const Today = Date;
  const years = 10 * 365.25 * 86400e3;
  globalThis.Date = class extends Today {
    constructor(...args) {
      if (args.length === 0) super(Today.now() + years);
      else super(...args);
    }
    static now() {
      return Today.now() + years;
    }
  };
`)}`;

/** How two builds differ in what must not matter. */
const SETTINGS: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  here: { TZ: 'Pacific/Honolulu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  'elsewhere/there': {
    TZ: 'Asia/Kolkata',
    LANG: 'en_IN.UTF-8',
    LC_ALL: 'en_IN.UTF-8',
    NODE_OPTIONS: `--import=${LATER}`,
  },
};

describe('Two builds of one record', () => {
  const root = copyProject(path.join(temporary, 'a copy'));
  const content = path.join(root, 'content');
  const sites = Object.keys(SETTINGS).map((name) => path.join(temporary, name));

  before(async () => {
    // At the same time, in one checkout.
    await Promise.all(
      Object.values(SETTINGS).map((env, at) =>
        build({ content, out: sites[at] ?? '' }, { root, env }),
      ),
    );
  });

  it('give the same bytes in other folders, time zones, languages and years', () => {
    const shipped = fingerprint(shippedSite().folder);
    assert.ok(shipped.size > 80, `${shipped.size} files`);
    for (const site of sites) assert.equal(firstDifference(shipped, fingerprint(site)), undefined);
  });

  it('is the same by Astro itself as by our command', async () => {
    const out = path.join(temporary, 'by-astro');
    await runAstro(['build'], { folders: { content, out }, root });
    assert.equal(firstDifference(fingerprint(shippedSite().folder), fingerprint(out)), undefined);
  });

  it('leaves nothing but caches in the project', () => {
    const names = readdirSync(path.join(root, '.pressmark'));
    assert.deepEqual(
      names.filter((name) => !/^(?:[\da-f]{12}|compiled|made)$/.test(name)),
      [],
    );
  });
});
