import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { type BuiltSite, openSite, ROOT, words } from './built-site.ts';
import { type Outcome, outcomeOf, runAstro, start } from './command.ts';
import { writeOneArticle } from './write-archive.ts';

// Beside the package's folder: Astro finds no styles of a linked package that has nothing but the root in common with
// the project (normalizeFilename in vite-plugin-astro/utils). One that npm installs is below the project.
mkdirSync(path.join(ROOT, '.pressmark'), { recursive: true });
const archive = mkdtempSync(path.join(ROOT, '.pressmark', 'own-archive-'));
process.on('exit', () => rmSync(archive, { recursive: true, force: true }));
// From a checkout nothing is compiled: the package is what it is compiled from.
const env = { NODE_OPTIONS: '--conditions=pressmark-source', INIT_CWD: archive };
const ARTICLE = '/articles/1999/crane-falls-silent.html';

/** An archive as it is made elsewhere, with Pressmark among its packages. */
function layDown(): void {
  cpSync(path.join(ROOT, 'tests/fixtures/own-archive'), archive, { recursive: true });
  writeOneArticle(path.join(archive, 'content'));
  const packages = path.join(archive, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
    if (name !== '.bin')
      symlinkSync(path.join(ROOT, 'node_modules', name), path.join(packages, name));
  }
  symlinkSync(ROOT, path.join(packages, 'pressmark'));
}

/** Runs a command of Pressmark in the folder of the archive. */
async function pressmark(command: string, ...args: string[]): Promise<Outcome> {
  const outcome = await outcomeOf(start(command, args, { cwd: archive, env }));
  assert.equal(outcome.status, 0, `${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

const list = (site: BuiltSite) =>
  JSON.parse(site.bytes('/page-list.json').toString()) as { found: string[]; named: string[] };

describe('An archive elsewhere, with pages and components of its own', () => {
  let first: BuiltSite;
  let second: BuiltSite;
  let pages: { first: ReturnType<typeof list>; second: ReturnType<typeof list> };

  before(async () => {
    layDown();
    await runAstro(['build'], { root: archive, env });
    first = openSite(path.join(archive, 'dist'));
    const before = list(first);
    const page = path.join(archive, 'src/pages/press.astro');
    writeFileSync(page, readFileSync(page, 'utf8').replaceAll('Press room', 'The press room'));
    const { stderr } = await pressmark('build');
    assert.doesNotMatch(stderr, /^Archive:/m);
    second = openSite(path.join(archive, 'dist'));
    pages = { first: before, second: list(second) };
  });

  it('has the pages of Pressmark beside its own, which win', () => {
    for (const site of [first, second]) {
      assert.match(site.page(ARTICLE).html, /Crane falls silent/);
      assert.match(site.page('/people/ann-teller.html').html, /Ann Teller/);
      assert.match(words(site.page('/about.html').document.body), /^Our own about page/);
    }
    assert.match(second.page('/press.html').html, /<title>The press room/);
  });

  it('reads the record as collections', () => {
    const { document } = second.page('/press.html');
    const link = document.querySelector('li a');
    assert.equal(link?.getAttribute('href'), ARTICLE.slice(1));
    assert.equal(words(document.querySelector('li')), 'Crane falls silent, 1999-05-04');
    assert.equal(words(document.querySelector('.people')), 'Ann Teller');
  });

  it('has its component’s own style in the page, and its script in a file', () => {
    const { document, html } = second.page('/press.html');
    assert.match(html, /<style>\.counter:where\(\.astro-\w+\)\s?\{color:/);
    const script = document.querySelector('script');
    assert.equal(script?.textContent, '');
    const source = script?.getAttribute('src') ?? '';
    assert.match(source, /^\.\/assets\//, 'it works under any path');
    const code = second.bytes(source.slice(1)).toString();
    assert.match(code, /addEventListener/);
  });

  it('has its picture, made smaller, and its redirect', () => {
    const picture = second.page('/press.html').document.querySelector('img');
    assert.equal(picture?.getAttribute('width'), '32');
    assert.ok(second.bytes(picture?.getAttribute('src')?.slice(1) ?? '').length > 0);
    assert.match(second.page('/old-press.html').html, /url=\/press\.html/);
  });

  it('lets another integration see every page, also where little has changed', () => {
    const built = second.pages.map(({ address }) => address.slice(1)).sort();
    assert.deepEqual(pages.second.found, built);
    assert.deepEqual(pages.first.found, built);
    for (const name of ['press', 'about', ARTICLE.slice(1, -5)]) {
      assert.ok(
        pages.second.named.some((named) => named.replace(/\/$/, '') === name),
        name,
      );
    }
  });

  it('keeps what it remembers in its own folder, and its site is sound', async () => {
    assert.ok(readdirSync(path.join(archive, '.pressmark')).length > 0);
    await pressmark('seal', '--all');
    const { stdout } = await pressmark('verify');
    assert.match(stdout, /^1 article and the site built from them checked: 0 problems/m);
  });
});
