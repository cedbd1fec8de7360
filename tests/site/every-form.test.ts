import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { everyDate } from '../../src/formats/every-date.fixture.ts';
import { type BuiltSite, linksIn, mainOf, openSite, sha256, words } from './built-site.ts';
import { type ArchiveFolders, build, run, temporaryFolder } from './command.ts';
import { breaches, PAGE_RULES } from './page-rules.ts';
import { write, writeArticle, writeOneArticle } from './write-archive.ts';

// One archive for what a record may hold: an article of every form of date, and a dossier with every component.

const baseUrl = 'https://harbour.example.net/';
const below = temporaryFolder('forms');
const folders: ArchiveFolders = {
  content: path.join(below, 'content'),
  out: path.join(below, 'site'),
};
/** Every date alone, and some of the intervals: all of them go through the exports in a test of their own. */
const DATES = everyDate().filter((date, at) => !date.includes('/') || at % 5 === 0);
const CRANE = '1999/crane-falls-silent';
const SENTENCE = 'The last crane of Northport stood still on Tuesday';
const PHOTO = '2001/photograph';
const GUIDE = '/dossiers/the-crane.html';

let site: BuiltSite;

before(async () => {
  const { content } = folders;
  writeOneArticle(content);
  const fields = { outlet: 'harbour-post', source: 'harbour-post', places: ['northport'] };
  for (const [at, date] of DATES.entries()) {
    const id = `2001/article-${at}`;
    writeArticle(
      content,
      id,
      { title: `Dated ${at}`, date, ...fields },
      `Northport, for the ${at}. time.`,
    );
  }
  writeArticle(
    content,
    PHOTO,
    { title: 'A photograph', date: '2001-01-01', ...fields },
    'Northport.\n\n<Figure caption="The crane of Northport." credit="Ann" />',
  );
  // Its capture says the caption in words, and not as a component.
  const capture = 'A photograph\n\nNorthport.\n\nThe crane of Northport.\n\nAnn\n';
  write(content, `captures/${PHOTO}.txt`, capture);
  const entry = path.join(content, `articles/${PHOTO}.mdx`);
  const stated = readFileSync(entry, 'utf8').replace(/[0-9a-f]{64}/, sha256(capture));
  write(content, `articles/${PHOTO}.mdx`, stated);
  write(
    content,
    'dossiers/the-crane.mdx',
    `---
title: The crane
description: How the crane of Northport fell silent.
author: The editors
date: "2002-01-01"
---

Said by <Link to="people/ann-teller">Ann *Teller*</Link>, see [below](#where) and [the days](/on-this-day.html).

<Quote article="${CRANE}" at="p1" text="${SENTENCE}" />

## What

<Card article="${CRANE}" />

<Picture article="${PHOTO}" at="p2" />

<Timeline from="1999" to="2001" />

## Where

<Map />

<Map places="northport" />

<Note title="On <b> & {braces}">

Written as \\{globalThis.x\\} and \\<script>, with a list:

- one
- two

</Note>
`,
  );
  const sealed = await run('seal', ['--all'], { folders });
  assert.equal(sealed.status, 0, sealed.stderr);
  await build(folders);
  site = openSite(folders.out);
});

describe('An archive with every form of date', () => {
  it('says every date in words, on every page that has one', () => {
    for (const [at, date] of DATES.entries()) {
      const text = words(mainOf(site.page(`/articles/2001/article-${at}.html`)));
      assert.doesNotMatch(text, /NaN|undefined|Invalid Date|\[object/, date);
      assert.match(text, /\d{2}/, date);
    }
    // Intervals of a hundred years make a page for each of them.
    const pages = site.pages.filter(({ address }) => !address.startsWith('/timeline/'));
    for (const [name, rule] of Object.entries(PAGE_RULES)) {
      assert.deepEqual(breaches({ ...site, pages }, baseUrl, rule), [], name);
    }
  });
});

describe('A dossier', () => {
  it('shows what its components stand for', () => {
    const main = mainOf(site.page(GUIDE));
    const text = words(main);
    assert.ok(text.includes(`“${SENTENCE}”`));
    assert.equal(main.querySelectorAll('ol.entries .entry').length, 1);
    assert.match(text, /Photograph, not kept The crane of Northport\. Ann/);
    assert.ok(main.querySelector('figure.spans svg'));
    assert.equal(main.querySelectorAll('.guide-map').length, 2);
    assert.equal(main.querySelectorAll('aside.note li').length, 2);
    const page = site.page(GUIDE);
    const links = linksIn(page, main);
    for (const link of ['/people/ann-teller.html', '/places/northport.html', '/on-this-day.html']) {
      assert.ok(links.includes(link), link);
    }
  });

  it('shows signs of programs as text, and runs nothing', () => {
    const page = site.page(GUIDE);
    const text = words(mainOf(page));
    assert.ok(text.includes('On <b> & {braces}'));
    assert.ok(text.includes('Written as {globalThis.x} and <script>, with a list:'));
    assert.equal(mainOf(page).querySelectorAll('script, style, iframe, .note b').length, 0);
  });
});
