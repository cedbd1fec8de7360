// npm run check:firefox: what readers do, in the Firefox of the system.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createStaticServer } from '../../src/cli/static-server.ts';
import { KINDS_OF_PAGE } from '../browser/served-site.ts';
import { Firefox } from '../firefox/bidi.ts';
import { FirefoxPage } from '../firefox/firefox-page.ts';
import { shippedSite } from '../site/built-site.ts';
import { readEdition } from './offline-journey.ts';
import { report } from './report.ts';

const { status, stdout } = spawnSync('firefox-esr', ['--version'], { encoding: 'utf8' });
if (status !== 0) {
  console.log('Firefox (firefox-esr of Debian) is not installed here: nothing was checked.');
  process.exit(0);
}
const wrong: string[] = [];
const site = shippedSite();
const server = createStaticServer({ root: site.folder });
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const firefox = await Firefox.start();
const page = await FirefoxPage.open(firefox);

for (const width of [1280, 360]) {
  await page.size(width, 800);
  for (const [kind, address] of Object.entries(KINDS_OF_PAGE)) {
    await page.goto(base + address.slice(1));
    const wider = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (wider > 0) wrong.push(`${kind} is ${wider} px wider than ${width} px`);
  }
}
await page.size(1280, 800);
const article = 'articles/2009/lukashenka-says-he-will-make-no-new-concessions-to-west.html';
const read = await readEdition(page, base, {
  trial: { query: 'Lukashenko', says: /\b5 articles/ },
  article,
});
wrong.push(...read.wrong);

// By the keyboard: the slash leads to the search, Enter answers, an arrow leads to the first result.
await page.goto(`${base}index.html`);
await page.type('/Sochi\uE007');
await page.until('location.search === "?q=Sochi"');
await page.until('document.querySelector("h3 a") !== null');
await page.evaluate('void document.querySelector("main input[name=q]").focus()');
await page.type('\uE015');
await page.until('document.activeElement?.matches("h3 a")');
// A list of one's own is kept.
await page.goto(base + article);
await page.evaluate('void (document.querySelector("details[data-cite]").open = true)');
await page.until(
  '[...document.querySelectorAll("button")].some((b) => /Put on my list/.test(b.textContent))',
);
await page.evaluate(
  'void [...document.querySelectorAll("button")].find((b) => /Put on my list/.test(b.textContent)).click()',
);
await page.until('localStorage.length > 0');
await page.goto(`${base}my-list.html`);
await page.until('/Lukashenka Says/.test(document.querySelector("main").textContent)');

const complaints = page.complaints.filter((text) => !/404|NS_BINDING_ABORTED/.test(text));
wrong.push(...complaints);
wrong.push(
  ...page.requests
    .filter((url) => !url.startsWith(base) && !/^(?:about|data|blob|resource|chrome):/.test(url))
    .map((url) => `another host: ${url}`),
);
await firefox.close();
server.close();
server.closeAllConnections();

report(
  'firefox',
  {
    title: '7. In use: Firefox',
    command: 'npm run check:firefox',
    figures: [
      ['Browser', stdout.trim()],
      [
        'Kinds of pages at 1280 and 360 px, none wider than the screen',
        `${Object.keys(KINDS_OF_PAGE).length}`,
      ],
      [
        'Journeys',
        'search and result with marks and citations; by the keyboard alone; keeping a list; another article',
      ],
      ['First search answered after', `${(read.milliseconds / 1000).toFixed(1)} s`],
      ['Errors, violations of the policy, requests for another host', String(wrong.length)],
    ],
    limits: [
      'One version of Firefox and one of Chromium run here, those of Debian; the version before each was not at hand. Safari does not run here.',
    ],
  },
  wrong,
);
