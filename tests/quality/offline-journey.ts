import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';
import { Firefox } from '../firefox/bidi.ts';
import { FirefoxPage } from '../firefox/firefox-page.ts';

/** What a reader does with the edition, in whatever browser. */
export interface Reader {
  goto(url: string): Promise<void>;
  evaluate<Value>(expression: string): Promise<Value>;
  until(expression: string): Promise<void>;
}

const status = 'document.querySelector("[role=status]")?.textContent ?? ""';

/** A word to search for, and what the page must say of it. */
export interface Trial {
  readonly query: string;
  readonly says: RegExp;
}

/**
 * Opens pages of the edition from the disk and searches.
 *
 * @param folder address of the edition's folder, `file:///…/`
 * @returns what is wrong, in words, and milliseconds until the first search is answered
 */
export async function readEdition(
  reader: Reader,
  folder: string,
  { trial, article }: { trial: Trial; article: string },
): Promise<{ wrong: string[]; milliseconds: number }> {
  const wrong: string[] = [];
  await reader.goto(`${folder}index.html`);
  await reader.evaluate(
    `void (document.querySelector('main input[name=q]').value = ${JSON.stringify(trial.query)})`,
  );
  await reader.evaluate('void document.querySelector("main form").requestSubmit()').catch(() => {});
  await reader.until('location.pathname.endsWith("search.html")');
  await reader.until(`/found|article|No /.test(${status}) && !/Loading/.test(${status})`);
  const said = await reader.evaluate<string>(status);
  if (!trial.says.test(said)) wrong.push(`a search for ${trial.query} says “${said}”`);
  const began = performance.now();
  await reader.goto(`${folder}search.html?q=${encodeURIComponent(trial.query)}`);
  await reader.until(`!/Loading/.test(${status}) && (${status}).trim() !== ''`);
  const milliseconds = performance.now() - began;
  const link = await reader.evaluate<string>('document.querySelector("h3 a")?.href ?? ""');
  if (link.startsWith(`${folder}articles/`)) {
    await reader.goto(link);
    await reader.until('document.querySelector("nav.walk") !== null');
    const marks = await reader.evaluate<number>('document.querySelectorAll("mark").length');
    if (marks === 0) wrong.push(`${link} marks nothing`);
  } else wrong.push(`the first result leads to “${link}”`);
  await reader.evaluate('void (document.querySelector("details[data-cite]").open = true)');
  await reader.until('/APA/.test(document.querySelector("details[data-cite]").textContent)');
  await reader.goto(`${folder}${article}`);
  const text = await reader.evaluate<number>('document.querySelector(".prose").innerText.length');
  if (text < 200) wrong.push(`${article} has ${text} characters`);
  return { wrong, milliseconds };
}

/** Runs a journey in Chromium without a network. */
export async function inChromium<Value>(run: (reader: Reader) => Promise<Value>): Promise<{
  value: Value;
  complaints: string[];
}> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ offline: true });
    const page: Page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    context.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(`asked for ${request.url()}`);
    });
    const value = await run({
      goto: async (url) => void (await page.goto(url)),
      evaluate: <V>(expression: string) => page.evaluate(expression) as Promise<V>,
      // Playwright's own waiting evaluates text in the page, which the policy forbids.
      async until(expression) {
        for (let tries = 0; tries < 200; tries++) {
          if (await page.evaluate(`Boolean(${expression})`).catch(() => false)) return;
          await wait(100);
        }
        throw new Error(`It did not come to this: ${expression}`);
      },
    });
    return { value, complaints };
  } finally {
    await browser.close();
  }
}

/** Runs a journey in the Firefox of the system. */
export async function inFirefox<Value>(run: (reader: Reader) => Promise<Value>): Promise<{
  value: Value;
  complaints: string[];
}> {
  const firefox = await Firefox.start();
  try {
    const page = await FirefoxPage.open(firefox);
    const value = await run(page);
    const foreign = page.requests.filter((url) => !/^(?:file|about|data):/.test(url));
    return { value, complaints: [...page.complaints, ...foreign.map((url) => `asked for ${url}`)] };
  } finally {
    await firefox.close();
  }
}
