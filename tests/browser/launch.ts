import { type Browser, chromium } from 'playwright-core';
import { findChromium, launchOptions } from './find-chromium.ts';

/** Starts a browser; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions(await findChromium()));
}

let shared: Promise<Browser> | undefined;
let borrowers = 0;

/** The one browser of this process, started for whoever asks first. */
export function borrowBrowser(): Promise<Browser> {
  borrowers++;
  shared ??= launchBrowser();
  return shared;
}

/** Gives the browser back, which is closed when nobody has it any more. */
export async function returnBrowser(): Promise<void> {
  if (--borrowers > 0) return;
  const last = await shared;
  shared = undefined;
  await last?.close();
}
