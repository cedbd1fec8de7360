import { type Browser, chromium } from 'playwright-core';
import { findChromium, launchOptions } from './find-chromium.ts';

/** Starts the browser that the journeys share; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions(await findChromium()));
}
