// npm run tour: pictures of the site for docs/tour/, of every kind of page, in three widths, light and dark.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { SHIPPED, serveSite, shut } from '../browser/served-site.ts';
import { ROOT } from '../site/built-site.ts';
import { SCHEMES, SCREENS, TOUR } from './pages.ts';

const FOLDER = path.join(ROOT, 'docs/tour');
/** All pictures together. */
const MOST_BYTES = 6_000_000;

/** `--site FOLDER --to FOLDER` takes pictures of another site, elsewhere. */
const option = (name: string, otherwise: string) =>
  process.argv.includes(name)
    ? path.resolve(process.argv[process.argv.indexOf(name) + 1] ?? '')
    : otherwise;
const to = option('--to', FOLDER);

/** A picture as WebP, which Playwright does not write and the browser does. */
async function picture(page: Page, width: number, most: number): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 82,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, most), scale: 1 },
  });
  await session.detach();
  return Buffer.from(data, 'base64');
}

mkdirSync(to, { recursive: true });
for (const file of readdirSync(to)) if (file.endsWith('.webp')) rmSync(path.join(to, file));
const site = await serveSite(option('--site', SHIPPED));
for (const { width, height } of SCREENS) {
  for (const colorScheme of SCHEMES) {
    const page = await site.open({ viewport: { width, height }, colorScheme });
    for (const [name, address] of Object.entries(TOUR)) {
      await page.goto(site.at(address), { waitUntil: 'networkidle' });
      const bytes = await picture(page, width, height);
      writeFileSync(path.join(to, `${name}-${width}-${colorScheme}.webp`), bytes);
    }
    await shut(page);
  }
}
await site.close();

const pictures = readdirSync(to).filter((file) => file.endsWith('.webp'));
const bytes = pictures.reduce((sum, file) => sum + statSync(path.join(to, file)).size, 0);
console.log(
  `${pictures.length} pictures, ${(bytes / 1e6).toFixed(1)} MB: ${path.relative(ROOT, to)}`,
);
const shown = to === FOLDER ? readFileSync(path.join(FOLDER, 'README.md'), 'utf8') : undefined;
const unshown = pictures.filter((file) => shown !== undefined && !shown.includes(file));
if (unshown.length > 0) console.error(`README.md does not show: ${unshown.join(', ')}`);
if (bytes > MOST_BYTES) console.error(`More than ${MOST_BYTES / 1e6} MB.`);
process.exitCode = unshown.length > 0 || bytes > MOST_BYTES ? 1 : 0;
