import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from './built-site.ts';
import { build, copyProject, fingerprint, firstDifference, temporaryFolder } from './command.ts';

const temporary = temporaryFolder('same-bytes');
const content = path.join(ROOT, 'content');

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

describe('Two builds of one record', () => {
  it('give the same bytes in other folders, time zones, languages and years', async () => {
    const here = path.join(temporary, 'here');
    await build(
      { content, out: here },
      { env: { TZ: 'Pacific/Honolulu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
    );
    const root = copyProject(path.join(temporary, 'elsewhere', 'a copy'));
    const there = path.join(temporary, 'there', 'site');
    await build(
      { content: path.join(root, 'content'), out: there },
      {
        root,
        env: {
          TZ: 'Asia/Kolkata',
          LANG: 'en_IN.UTF-8',
          LC_ALL: 'en_IN.UTF-8',
          NODE_OPTIONS: `--import=${LATER}`,
        },
      },
    );
    const [first, second] = [fingerprint(here), fingerprint(there)];
    assert.ok(first.size > 80, `${first.size} files`);
    assert.equal(firstDifference(first, second), undefined);
  });
});
