import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { checkPictures } from '../quality/pictures/check-site.ts';
import { numbersIn, readPicture } from '../quality/pictures/read-page.ts';
import { type BuiltSite, linksIn, mainOf, openSite, words } from './built-site.ts';
import { build, run, temporaryFolder } from './command.ts';
import { walk } from './crawl.ts';
import { breaches, PAGE_RULES } from './page-rules.ts';
import { writeOneArticle, writeSettings } from './write-archive.ts';

const temporary = temporaryFolder('small');
const baseUrl = 'https://harbour.example.net/';

/** Seals, builds and verifies an archive. */
async function make(name: string, fill: (content: string) => void): Promise<BuiltSite> {
  const folders = {
    content: path.join(temporary, name, 'content'),
    out: path.join(temporary, name, 'site'),
  };
  fill(folders.content);
  const sealed = await run('seal', ['--all'], { folders });
  assert.equal(sealed.status, 0, sealed.stderr);
  await build(folders);
  const verified = await run('verify', [], { folders });
  assert.equal(verified.status, 0, `${verified.stdout}${verified.stderr}`);
  return openSite(folders.out);
}

function assertSound(site: BuiltSite): void {
  const { reached, dead, foreign } = walk(site, baseUrl);
  assert.deepEqual({ dead, foreign }, { dead: [], foreign: [] });
  assert.deepEqual(
    site.pages.map(({ address }) => address).filter((address) => !reached.has(address)),
    ['/404.html'],
  );
  for (const [name, rule] of Object.entries(PAGE_RULES)) {
    assert.deepEqual(breaches(site, baseUrl, rule), [], name);
  }
}

/** Compares its pictures with a count; what stands in each of them, too. */
function picturesOf(name: string): Record<string, number[]> {
  const [site, content] = ['site', 'content'].map((part) => path.join(temporary, name, part));
  assert.ok(site && content);
  assert.deepEqual(checkPictures(site, content).wrong, []);
  const numbers = (address: string, selector: string) => [
    ...numbersIn(readPicture(site, address), selector).values(),
  ];
  return {
    timeline: numbers('/timeline.html', '.strip ol a'),
    days: numbers('/on-this-day.html', '.days a.cell'),
    coverage: numbers('/coverage.html', '.over a.cell'),
    company: numbers('/company.html', '.pairs a.cell'),
  };
}

function indexed(site: BuiltSite): number {
  const entry = JSON.parse(site.bytes('/pagefind/pagefind-entry.json').toString());
  return Object.values<{ page_count: number }>(entry.languages).reduce(
    (sum, { page_count: count }) => sum + count,
    0,
  );
}

describe('An archive without articles', () => {
  let site: BuiltSite;

  before(async () => {
    site = await make('empty', (content) => writeSettings(content));
  });

  it('is built into a sound site', () => {
    assertSound(site);
    assert.equal(indexed(site), 0);
    assert.deepEqual(
      site.files.filter((file) => /^\/(?:articles|captures)\//.test(file)),
      [],
    );
  });

  it('says on its pages that there is nothing yet, and no nonsense', () => {
    assert.match(words(mainOf(site.page('/index.html'))), /no articles yet/i);
    for (const page of site.pages) {
      const text = words(page.document.body);
      assert.doesNotMatch(
        text,
        /undefined|NaN|null|Infinity|\[object|\b0 articles\b/,
        page.address,
      );
    }
  });

  it('has pictures of nothing, each of which says so', () => {
    const empty = { timeline: [], days: [], coverage: [], company: [] };
    assert.deepEqual(picturesOf('empty'), empty);
    for (const [name, sentence] of Object.entries({
      timeline: /holds no articles yet/,
      'on-this-day': /No article is known to the day yet/,
      company: /No two names stand in one article yet/,
      map: /No record of a place says yet where it lies/,
      spellings: /Every name is spelled in one way alone/,
      coverage: /does not say by what rule/,
    })) {
      assert.match(words(mainOf(site.page(`/${name}.html`))), sentence, name);
    }
  });

  it('is recognisable by its own words', () => {
    assert.match(words(mainOf(site.page('/index.html'))), /The harbour papers/);
    assert.match(words(mainOf(site.page('/about.html'))), /nobody@harbour\.example\.net/);
  });
});

describe('An archive of one article', () => {
  let site: BuiltSite;

  before(async () => {
    site = await make('one', writeOneArticle);
  });

  it('is built into a sound site', () => {
    assertSound(site);
    assert.equal(indexed(site), 1);
  });

  it('speaks of one in the singular', () => {
    for (const page of site.pages) {
      const text = words(page.document.body);
      assert.doesNotMatch(
        text,
        /\b1 (?:articles|outlets|people|places|more articles)\b/,
        page.address,
      );
      assert.doesNotMatch(text, /undefined|NaN|null|Infinity|\[object|1999–1999/, page.address);
    }
    for (const address of ['/index.html', '/timeline.html', '/about.html']) {
      const text = words(site.page(address).document.body);
      assert.match(text, /1 article, 1999, from 1 outlet/, address);
    }
  });

  it('has pictures with one article in them, of 4 May 1999', () => {
    const { days, coverage } = picturesOf('one');
    assert.deepEqual([days, coverage], [[1], [1, 1]]);
    const cells = numbersIn(readPicture(site.folder, '/on-this-day.html'), '.days a.cell');
    assert.deepEqual([...cells.keys()], ['/on-this-day/05.html#d05-04']);
  });

  it('says of its article that it is the oldest and the newest, and names no related one', () => {
    const main = words(mainOf(site.page('/articles/1999/crane-falls-silent.html')));
    assert.match(main, /oldest article/);
    assert.match(main, /newest article/);
    assert.doesNotMatch(main, /Related|Supplied by the archive/);
    assert.match(main, /4 May 1999/);
  });

  it('shows the article on the front page', () => {
    const page = site.page('/index.html');
    const articles = linksIn(page, mainOf(page)).filter((link) => link.startsWith('/articles/'));
    assert.deepEqual(articles, ['/articles/1999/crane-falls-silent.html']);
  });
});
