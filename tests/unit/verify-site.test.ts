import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Finding } from '../../src/cli/verify/finding.ts';
import { completeRule } from '../../src/cli/verify/site/complete.ts';
import { linksRule } from '../../src/cli/verify/site/links.ts';
import * as address from '../../src/model/address.ts';
import { KINDS } from '../../src/model/kinds.ts';
import { ByteWriter } from '../../src/model/search/files/bytes.ts';
import { BASE, recordOf, replace, tempFolder, write } from './temp-archive.ts';

const record = recordOf(BASE);
const BUNDLE = 'pagefind/pagefind-entry.json';
const SEARCH = 'search/head.bin';

/** The beginning of a search's first file, which tells how many articles there are. */
const searchHead = (articles: number) =>
  gzipSync(new ByteWriter().text(JSON.stringify({ articles })).finish());

function pageOf(from: string, links: readonly string[]): string {
  const anchors = links.map((to) => `<a href="${address.relativeAddress(from, to)}">x</a>`);
  return `<!doctype html><h1 id="top">A page</h1>${anchors.join('\n')}`;
}

/** A site of bare pages that holds what the record demands and in which every link leads somewhere. */
function bareSite(t: TestContext): string {
  const folder = tempFolder(t);
  const pages = [
    ...record.articles.flatMap(({ id }) => [
      address.articleAddress(id),
      address.captureAddress(id),
    ]),
    ...KINDS.flatMap((kind) =>
      record.authorities[kind].map(({ id }) => address.recordAddress(kind, id)),
    ),
  ];
  const captures = record.articles.map(({ id, data }) => {
    const bytes = readFileSync(path.join(BASE, data.capture.file));
    write(folder, address.captureBytesAddress(id), bytes);
    return address.captureBytesAddress(id);
  });
  for (const page of pages) write(folder, page, pageOf(page, [`${address.HOME}#top`]));
  for (const { id, data } of record.articles) {
    for (const alias of data.aliases) {
      const to = address.relativeAddress(alias, address.articleAddress(id));
      write(folder, alias, `<meta http-equiv="refresh" content="0; url=${to}">`);
    }
  }
  write(
    folder,
    address.HOME,
    `${pageOf(address.HOME, [...pages, ...captures])}<script src="assets/start.js"></script>`,
  );
  write(folder, address.NOT_FOUND, `<a href="/archive/index.html">Home</a>`);
  write(folder, address.SCRIPT, '');
  const languages = { en: { page_count: record.articles.length } };
  write(folder, BUNDLE, JSON.stringify({ languages }));
  write(folder, SEARCH, searchHead(record.articles.length));
  return folder;
}

function findingsOf(folder: string): Finding[] {
  return [completeRule, linksRule].flatMap((rule) => rule({ folder, record }));
}

const FERRY = '/articles/1998/ferry-returns-to-lindmar.html';
const PERSON = '/people/ada-brenner.html';

interface Break {
  readonly name: string;
  readonly make: (folder: string) => void;
  readonly due: readonly (readonly [file: string, what: RegExp])[];
}

/** Puts HTML into a page. */
function add(folder: string, page: string, html: string): void {
  replace(folder, page, '</h1>', `</h1>${html}`);
}

const BREAKS: readonly Break[] = [
  {
    name: 'an article that is not in the site, and the links to it',
    make: (folder) => rmSync(path.join(folder, FERRY)),
    due: [
      [FERRY, /^The record has this page, the site has not/],
      [
        '/articles/1998/ferry-returns.html',
        /“ferry-returns-to-lindmar.html” leads nowhere: no file/,
      ],
      ['/index.html', /leads nowhere: no file/],
    ],
  },
  {
    name: 'an old address that leads nowhere any more',
    make: (folder) => rmSync(path.join(folder, 'articles/1998/ferry-returns.html')),
    due: [['/articles/1998/ferry-returns.html', /^The record has this page, the site has not/]],
  },
  {
    name: 'a capture whose bytes differ',
    make: (folder) => write(folder, 'captures/1998/ferry-returns-to-lindmar.bin', 'x'),
    due: [['/captures/1998/ferry-returns-to-lindmar.bin', /^These bytes are not those/]],
  },
  {
    name: 'a search index that holds fewer articles',
    make: (folder) => write(folder, SEARCH, searchHead(1)),
    due: [[SEARCH, /^The search index holds 1 articles, the record 2/]],
  },
  {
    name: 'a bundle of Pagefind’s that holds fewer articles',
    make: (folder) => write(folder, BUNDLE, '{"languages":{"en":{"page_count":1}}}'),
    due: [[BUNDLE, /^The search index holds 1 articles, the record 2/]],
  },
  {
    name: 'a search index that cannot be read',
    make: (folder) => write(folder, SEARCH, 'x'),
    due: [[SEARCH, /^There is no search index that can be read/]],
  },
  {
    name: 'a dead link',
    make: (folder) => add(folder, PERSON, '<a href="../articles/gone.html">x</a>'),
    due: [[PERSON, /“\.\.\/articles\/gone\.html” leads nowhere: no file/]],
  },
  {
    name: 'a dead link in full, and one from the root of the host',
    make: (folder) => {
      const full = 'https://clippings.lindmar.test/archive/gone.html';
      add(folder, PERSON, `<a href="${full}">x</a><a href="/archive/gone.html">y</a>`);
    },
    due: [
      [PERSON, /“https:.*gone\.html” leads nowhere: no file/],
      [PERSON, /“\/archive\/gone\.html” leads nowhere: no file/],
    ],
  },
  {
    name: 'a fragment that its page does not have',
    make: (folder) => add(folder, FERRY, '<a href="#p9">x</a><a href="../../index.html#no">y</a>'),
    due: [
      [FERRY, /“#p9” leads nowhere: no such fragment/],
      [FERRY, /“\.\.\/\.\.\/index\.html#no” leads nowhere: no such fragment/],
    ],
  },
  {
    name: 'a link that climbs out of the site, which a host with a path would not serve',
    make: (folder) =>
      add(folder, PERSON, '<a href="../../index.html">x</a><a href="/index.html">y</a>'),
    due: [
      [PERSON, /“\.\.\/\.\.\/index\.html” leads nowhere: outside the site/],
      [PERSON, /“\/index\.html” leads nowhere: outside the site/],
    ],
  },
  {
    name: 'a reference that is no address',
    make: (folder) => add(folder, PERSON, '<a href="http://[">x</a><a href="%E0%A4%A">y</a>'),
    due: [
      [PERSON, /“http:\/\/\[” leads nowhere: not an address/],
      [PERSON, /“%E0%A4%A” leads nowhere: not an address/],
    ],
  },
  {
    name: 'a page that nothing leads to',
    make: (folder) => write(folder, 'draft.html', pageOf('/draft.html', [address.HOME])),
    due: [['/draft.html', /^No way leads from the front page to this file/]],
  },
  {
    name: 'a script, a style, a picture and a frame of another host',
    make: (folder) =>
      add(
        folder,
        FERRY,
        [
          '<script src="https://cdn.example.org/a.js"></script>',
          '<link rel="alternate stylesheet" href="//cdn.example.org/a.css">',
          '<img src="data:," srcset="https://cdn.example.org/a.png 1x, //cdn.example.org/b.png 2x">',
          '<iframe src="http://cdn.example.org/"></iframe>',
          '<svg><image href="https://cdn.example.org/c.png"/></svg>',
          '<style>a{background:url("https://cdn.example.org/d.png")}</style>',
        ].join(''),
      ),
    due: [
      ['a.js', /./],
      ['a.css', /./],
      ['a.png', /./],
      ['b.png', /./],
      ['http://cdn.example.org/', /./],
      ['c.png', /./],
      ['d.png', /./],
    ].map(([end]) => [FERRY, new RegExp(`^The page loads “.*${end}” from another host`)] as const),
  },
];

test('nothing is found in a site that is whole', (t) => {
  assert.deepEqual(findingsOf(bareSite(t)), []);
});

for (const { name, make, due } of BREAKS) {
  test(`verify finds ${name}`, (t) => {
    const folder = bareSite(t);
    make(folder);
    const findings = findingsOf(folder);
    assert.deepEqual(
      findings.map(({ file }) => file).sort(),
      due.map(([file]) => file).sort(),
      findings.map(({ what }) => what).join('\n'),
    );
    for (const [file, what] of due) {
      assert.ok(
        findings.some((finding) => finding.file === file && what.test(finding.what)),
        `${what}: ${findings.map((finding) => finding.what).join('\n')}`,
      );
    }
    assert.ok(findings.every(({ advice }) => advice === undefined));
  });
}

test('links to the web and to mail are left alone', (t) => {
  const folder = bareSite(t);
  add(
    folder,
    FERRY,
    '<a href="https://example.org/x">x</a><a href="mailto:a@b.c">y</a><link rel="canonical" href="https://clippings.lindmar.test/archive/index.html">',
  );
  assert.deepEqual(findingsOf(folder), []);
});
