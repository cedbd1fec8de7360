// npm run check:security: serves the built site by the servers that people use, with the files that
// we make for them, and looks at every kind of answer, in a browser too.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headersOf, TYPES } from '../../src/formats/hosts/headers.ts';
import { HEADER_POLICY } from '../../src/model/policy.ts';
import { launchBrowser } from '../browser/launch.ts';
import { shippedSite } from '../site/built-site.ts';
import { breaches, PAGE_RULES, stylesOf } from '../site/page-rules.ts';
import { answering, HOSTS } from './hosts.ts';
import { report } from './report.ts';
import { checkSpellings } from './spelled-addresses.ts';

const site = shippedSite();
const wrong: string[] = [];
const figures: [string, string][] = [];

const rule =
  PAGE_RULES['lets in by its policy its own styles and the scripts of the site, and nothing else'];
if (rule === undefined) throw new Error('The rule on policies has another name.');
wrong.push(...breaches(site, '', rule));
const styles = new Set(site.pages.flatMap(({ html }) => stylesOf(html)));

/** One address for each kind of answer, with what must come. */
const capture = site.files.find((file) => /^\/captures\/.*\.bin$/.test(file)) ?? '';
const article = site.files.find((file) => /^\/articles\/\d+\/[^.]+\.html$/.test(file)) ?? '';
const ANSWERS: readonly [address: string, status: number, type?: RegExp][] = [
  ['/', 200, /^text\/html/],
  ['/index.html', 200, /^text\/html; charset=utf-8/i],
  [article, 200, /^text\/html; charset=utf-8/i],
  [article.replace(/html$/, 'bib'), 200, new RegExp(`^${TYPES['bib']}`, 'i')],
  [article.replace(/html$/, 'ris'), 200, new RegExp(`^${TYPES['ris']}`, 'i')],
  [article.replace(/html$/, 'json'), 200, /^application\/json/],
  [capture, 200, /^application\/octet-stream/],
  ['/assets/start.js', 200, /^(?:text|application)\/javascript/],
  ['/search/head.bin', 200, /^application\/octet-stream/],
  ['/data/articles.csv', 200, new RegExp(`^${TYPES['csv']}`, 'i')],
  ['/data/articles.ndjson', 200, new RegExp(`^${TYPES['ndjson']}`, 'i')],
  ['/feed.xml', 200, /xml/],
  ['/favicon.svg', 200, /^image\/svg\+xml/],
  ['/.well-known/security.txt', 200, /^text\/plain; charset=utf-8/i],
  ['/no/such/page.html', 404, /^text\/html/],
  ['/articles/../../../../etc/passwd', 404],
];

async function checkAnswers(name: string, base: string): Promise<number> {
  let count = 0;
  for (const [address, status, type] of ANSWERS) {
    const response = await fetch(`${base}${address}`);
    await response.arrayBuffer();
    count++;
    const tell = (what: string) => wrong.push(`${name}: ${address}: ${what}`);
    if (response.status !== status) tell(`status ${response.status}, not ${status}`);
    if (type && !type.test(response.headers.get('content-type') ?? '')) {
      tell(`type ${response.headers.get('content-type')}`);
    }
    const isFound = status === 200;
    const wanted = isFound ? headersOf(address) : {};
    wanted['Content-Security-Policy'] ??= headersOf('/')['Content-Security-Policy'] ?? '';
    wanted['X-Content-Type-Options'] ??= 'nosniff';
    for (const [header, value] of Object.entries(wanted)) {
      const found = response.headers.get(header);
      if (found !== value) tell(`${header}: ${found}`);
    }
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'PROPFIND']) {
    const { status } = await fetch(`${base}/index.html`, { method });
    count++;
    if (![403, 404, 405, 501].includes(status)) wrong.push(`${name}: ${method}: ${status}`);
  }
  return count;
}

/** Every page, and a search, under the headers of the host: no violation, no error, no other host. */
async function checkInBrowser(name: string, base: string): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const add = (what: string) => wrong.push(`${name}: ${new URL(page.url()).pathname}: ${what}`);
    page.on('pageerror', (error) => add(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) add(message.text());
    });
    page.context().on('request', (request) => {
      if (!request.url().startsWith(base)) add(`another host: ${request.url()}`);
    });
    const pages = site.pages.filter(({ address }) => address !== '/404.html');
    for (const { address } of pages) await page.goto(`${base}${address}`);
    await page.goto(`${base}/search.html?q=Lukashenko`);
    await page.getByRole('status').filter({ hasText: 'found' }).first().waitFor();
    return pages.length;
  } finally {
    await browser.close();
  }
}

const scratch = mkdtempSync(path.join(tmpdir(), 'pressmark-hosts-'));
let port = 8400 + (process.pid % 500);
for (const host of HOSTS) {
  if (host.version === undefined) {
    console.log(`${host.name} is not installed here and was passed over.`);
    figures.push([host.name, 'not installed where this ran; not tested']);
    continue;
  }
  let answers = 0;
  let pages = 0;
  for (const under of ['/', '/archive/']) {
    port++;
    const baseUrl = `http://127.0.0.1:${port}${under}`;
    const name = `${host.name} at ${under}`;
    const server = host.start({ folder: site.folder, scratch, baseUrl, port });
    try {
      await answering(server, baseUrl);
      answers += await checkAnswers(name, baseUrl.slice(0, -1));
      const spelled = await checkSpellings(baseUrl, capture);
      answers += spelled.asked;
      for (const what of spelled.wrong) wrong.push(`${name}: ${what}`);
      if (under === '/') pages = await checkInBrowser(name, baseUrl.slice(0, -1));
    } finally {
      server.kill();
    }
  }
  figures.push([
    `${host.name} ${host.version}, with the file made for it`,
    `${answers} answers at the root and below a path, ${pages} pages and a search in Chromium`,
  ]);
}
rmSync(scratch, { recursive: true, force: true });

const headers = readFileSync(path.join(site.folder, '_headers'), 'utf8');
if (!headers.includes(`  Content-Security-Policy: ${HEADER_POLICY}\n`)) {
  wrong.push('_headers has another policy than the model');
}
for (const file of readdirSync(path.join(import.meta.dirname, '../../.github/workflows'))) {
  const text = readFileSync(
    path.join(import.meta.dirname, '../../.github/workflows', file),
    'utf8',
  );
  for (const [, action = ''] of text.matchAll(/uses: (\S+)/g)) {
    if (!/@[0-9a-f]{40}$/.test(action)) wrong.push(`${file}: ${action} is not pinned`);
  }
  if (!/^permissions: \{\}$/m.test(text)) wrong.push(`${file}: permissions are not taken away`);
}

report(
  'security',
  {
    title: '4. Security',
    command: 'npm run check:security',
    figures: [
      ...figures,
      ['Policy of the headers', `\`${HEADER_POLICY}\``],
      [
        'Policies of pages, which let in their own styles alone, by their hashes',
        `${styles.size} on ${site.pages.length} pages`,
      ],
      ['Violations, errors, requests for another host, wrong headers', String(wrong.length)],
    ],
    limits: [
      'Netlify, Cloudflare and GitHub Pages do not run here: `_headers` is checked against their documented format only. GitHub Pages sends no headers of ours; there the policy stands in the pages alone, which cannot keep other sites from framing them.',
    ],
  },
  wrong,
);
