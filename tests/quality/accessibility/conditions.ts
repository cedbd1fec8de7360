import type { BrowserContextOptions } from 'playwright-core';

/** A way in which somebody reads, as a browser can be set to it. */
export interface Condition {
  readonly name: string;
  readonly options: BrowserContextOptions;
  /** Without the site's scripts: axe itself needs JavaScript, so that can't be switched off. */
  readonly withoutScripts?: true;
  /** Reading settings that the device has stored (browser/reading/choices.ts). */
  readonly settings?: Readonly<Record<string, string>>;
  /** Nothing may need to be scrolled sideways but what is meant to (WCAG 2.2, 1.4.10). */
  readonly reflows?: true;
}

const DESKTOP = { width: 1280, height: 1024 };

/** All are looked at with every rule of axe; the short check of `npm test` takes a part of them. */
export const CONDITIONS: readonly Condition[] = [
  { name: 'light', options: { viewport: DESKTOP, colorScheme: 'light' } },
  { name: 'dark', options: { viewport: DESKTOP, colorScheme: 'dark' } },
  { name: 'forced colours', options: { viewport: DESKTOP, forcedColors: 'active' } },
  {
    name: 'reduced motion',
    options: { viewport: DESKTOP, reducedMotion: 'reduce', contrast: 'more' },
  },
  { name: '320 px', options: { viewport: { width: 320, height: 640 } }, reflows: true },
  // 1280 by 1024 at 400 %, as WCAG counts it, is this many pixels of CSS.
  {
    name: '400 % zoom',
    options: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
    reflows: true,
  },
  {
    name: 'sepia, large type, long lines',
    options: { viewport: DESKTOP },
    settings: { paper: 'sepia', size: 'larger', line: 'long' },
  },
  { name: 'no JavaScript', options: { viewport: DESKTOP }, withoutScripts: true },
];
