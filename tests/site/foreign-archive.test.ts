import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createStaticServer } from '../../src/cli/static-server.ts';
import { readArchiveFiles } from './archive-files.ts';
import {
  type BuiltSite,
  definitionsOf,
  isRedirect,
  linksIn,
  mainOf,
  openSite,
  words,
} from './built-site.ts';
import { type ArchiveFolders, run } from './command.ts';
import { walk } from './crawl.ts';
import {
  DAY,
  FOREIGN_URL,
  foreignArchive,
  SPEAKER,
  SPEECHES,
  speechAddress,
} from './foreign-archive.ts';
import { breaches, PAGE_RULES, redirectBreaches } from './page-rules.ts';

let folders: ArchiveFolders;
let site: BuiltSite;

before(async () => {
  folders = await foreignArchive();
  site = openSite(folders.out);
});

const textOf = (address: string) => words(mainOf(site.page(address)));
const articlesIn = (address: string) => {
  const page = site.page(address);
  return linksIn(page, mainOf(page)).filter((link) => /^\/articles\/[^.]+\.html$/.test(link));
};

/** Old addresses, and where they lead today. */
const ALIASES = {
  '/alt/mole.html': '/articles/1998/mole.html',
  '/articles/1998/die-mole.html': '/articles/1998/mole.html',
};

describe('A foreign archive', () => {
  it('holds every word that the same code would print for another archive, and none of the shipped one', () => {
    const strangers =
      /Lukashenk|Lukaschenk|Belarus|Minsk|Moscow|Reuters|RFE\/RL|Between Moscow|Pressmark demo|example\.org|themoscowtimes/i;
    const found = site.files.filter((file) => {
      const bytes = site.bytes(file);
      const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return strangers.test((packed ? gunzipSync(bytes) : bytes).toString('utf8'));
    });
    assert.deepEqual(found, []);
    for (const page of site.pages) assert.ok(isRedirect(page) || page.html.includes(FOREIGN_URL));
  });

  it('passes its own verification', async () => {
    const { status, stdout, stderr } = await run('verify', [], { folders });
    assert.equal(status, 0, `${stdout}${stderr}`);
    assert.match(stdout, /172 articles and the site built from them checked: 0 problems/);
  });

  it('can be walked whole, without a dead link', () => {
    const { reached, dead, foreign } = walk(site, FOREIGN_URL);
    assert.deepEqual({ dead, foreign }, { dead: [], foreign: [] });
    const unreached = site.pages.map(({ address }) => address).filter((page) => !reached.has(page));
    assert.deepEqual(unreached, ['/404.html', ...Object.keys(ALIASES)].sort());
    assert.ok(site.pages.length > 400, `${site.pages.length} pages`);
  });

  it('leads on from old addresses', () => {
    const redirects = site.pages.filter(isRedirect);
    assert.deepEqual(
      redirects.map(({ address }) => address),
      Object.keys(ALIASES),
    );
    for (const [from, to] of Object.entries(ALIASES)) {
      assert.deepEqual(redirectBreaches(site.page(from), { baseUrl: FOREIGN_URL, to }), []);
    }
  });

  it('prints headlines and texts as written, whatever stands in them', () => {
    const { articles } = readArchiveFiles(folders.content);
    for (const { address, title } of articles) {
      assert.equal(words(mainOf(site.page(address)).querySelector('h1')), title);
    }
    const sturm = textOf('/articles/1996/der-sturm-oder-was.html');
    assert.ok(sturm.includes('The pier, "before & after": a < b'));
    assert.ok(sturm.includes('5 > 3 is all that O’Neill & Sons <Weekly> could establish.'));
    assert.ok(sturm.includes('The title holds <b>, & and "; it is kept as printed'));
    const ebbe = textOf('/articles/1995/zahlen-der-ebbe.html');
    for (const written of [
      'so tief wie nie.[1]',
      '[1] Nach anderer Zählung zum zweiten Mal.',
      'if (ebbe) { warte(); }',
      'pegel < 7 && wind > 3 // {kein Witz}',
      'www.ebbe.example.net steht auch nichts, und ~fast~ niemand',
    ])
      assert.ok(ebbe.includes(written), written);
    assert.doesNotMatch(ebbe, /Lesen Sie auch|Menü/);
  });

  it('keeps tables, lists, quotations, code and links', () => {
    const main = mainOf(site.page('/articles/1995/zahlen-der-ebbe.html'));
    const cells = [...main.querySelectorAll('table tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map(words),
    );
    assert.deepEqual(cells, [
      ['Pegel', 'Stand', 'Bemerkung'],
      ['Nord', '12', 'alt'],
      ['Süd', '7', 'a | b'],
    ]);
    const body = main.querySelector('#p1')?.parentElement;
    assert.equal(body?.querySelectorAll('ul > li').length, 3);
    assert.equal(body?.querySelectorAll('ol > li').length, 2);
    assert.ok(body?.querySelector('pre > code'));
    assert.equal(
      body?.querySelector('a[href]')?.getAttribute('href'),
      'https://wetter.example.net/ebbe?tag=1&ort=oe',
    );
    assert.ok(
      mainOf(site.page('/articles/1987/leuchtturm-brennt.html')).querySelector('blockquote'),
    );
  });

  it('says the language of every article, and writes Arabic from right to left', () => {
    for (const [address, language, direction] of [
      ['/articles/1987/leuchtturm-brennt.html', 'de', ''],
      ['/articles/1991/parom-ne-pryishov.html', 'uk', ''],
      ['/articles/1992/sol-drozeje.html', 'pl', ''],
      ['/articles/1993/safinat-al-milh.html', 'ar', 'rtl'],
      ['/articles/1996/der-sturm-oder-was.html', 'en', ''],
    ] as const) {
      const main = mainOf(site.page(address));
      const parts = [main.querySelector('h1'), main.querySelector('#p1')];
      for (const part of parts) {
        assert.equal(part?.closest('[lang]')?.getAttribute('lang'), language, address);
        assert.equal(part?.closest('[dir]')?.getAttribute('dir') ?? '', direction, address);
      }
      assert.ok(site.page(address).document.documentElement.lang === 'en');
    }
    const inList = mainOf(site.page('/timeline/1993.html')).querySelector('[dir=rtl]');
    assert.equal(words(inList), 'سفينة الملح تعود إلى المرسى');
  });

  it('tells dates of every shape in words', () => {
    for (const [id, date] of Object.entries({
      '1987/leuchtturm-brennt': 'the 1980s',
      '1991/parom-ne-pryishov': '1991',
      '1992/sol-drozeje': 'spring 1992',
      '1993/safinat-al-milh': 'November 1993 to February 1994',
      '1995/zahlen-der-ebbe': 'probably 1 April 1995',
      '1996/der-sturm-oder-was': 'probably about April 1996',
      '1997/offen-bis-auf-weiteres': '1 May 1997 or later',
      '1998/mole': '31 December 1998',
      '1999/lange-ueberschrift': 'December 1999, day unknown',
      '2000/vor-aller-zeit': '1950 or earlier',
      '2001/jahre-der-stille': '1950 to 1953',
      '2002/um-den-september': 'about September 2002',
    })) {
      const found = definitionsOf(site.page(`/articles/${id}.html`), 'Date').map(words);
      assert.deepEqual(found, [date], id);
    }
  });

  it('files an article under every year and month that its date may mean', () => {
    const under = (unit: string) => articlesIn(`/timeline/${unit}.html`);
    for (const unit of ['1993', '1993-11', '1993-12', '1994', '1994-01', '1994-02']) {
      assert.deepEqual(under(unit), ['/articles/1993/safinat-al-milh.html'], unit);
    }
    for (let year = 1980; year < 1990; year++) {
      assert.deepEqual(under(`${year}`), ['/articles/1987/leuchtturm-brennt.html']);
    }
    assert.deepEqual(under('1950'), [
      '/articles/2000/vor-aller-zeit.html',
      '/articles/2001/jahre-der-stille.html',
    ]);
    assert.ok(!site.files.includes('/timeline/1990.html'));
  });

  it('has the oldest article first and the newest last, by the earliest day that each may mean', () => {
    const oldest = mainOf(site.page('/articles/2000/vor-aller-zeit.html'));
    assert.ok(oldest.querySelector('a[rel~=prev]') === null);
    const newest = mainOf(site.page(speechAddress(SPEECHES)));
    assert.ok(newest.querySelector('a[rel~=next]') === null);
  });

  it('keeps two people of one name apart', () => {
    const article = site.page('/articles/1992/sol-drozeje.html');
    for (const id of ['jan-kowal-lekarz', 'jan-kowal-marynarz']) {
      assert.ok(linksIn(article, mainOf(article)).includes(`/people/${id}.html`));
      assert.equal(words(mainOf(site.page(`/people/${id}.html`)).querySelector('h1')), 'Jan Kowal');
      assert.deepEqual(articlesIn(`/people/${id}.html`), [article.address]);
    }
  });

  it('shows notes, corrections and the claims of outlets with their evidence', () => {
    const mole = textOf('/articles/1998/mole.html');
    assert.ok(mole.includes('Der Artikel nennt niemanden und keinen Ort.'));
    assert.match(mole, /29 February 2020.*gedruckt war „Mole“.*1 January 2021.*Agentur „Möwe“/);
    const outlet = textOf('/outlets/der-leuchtturm.html');
    assert.match(outlet, /Germany/);
    assert.match(outlet, /closed/);
    assert.ok(outlet.includes('Die letzte Ausgabe trägt die Zeile „Morgen bleibt es dunkel“.'));
  });

  it('shows names with every dangerous character as they are', () => {
    assert.equal(
      words(mainOf(site.page('/people/karl-kraehe.html')).querySelector('h1')),
      'Karl "Kalle" <Krähe> & Söhne',
    );
    assert.match(textOf('/articles/1996/der-sturm-oder-was.html'), /Maire O'Neill/);
    assert.match(textOf('/index.html'), /„Ebbe & Flut“/);
  });

  it('has an index of topics that says nothing false where there are none', () => {
    assert.doesNotMatch(textOf('/topics.html'), /undefined|NaN|0 articles/);
    assert.ok(!site.files.some((file) => file.startsWith('/topics/')));
  });

  it('shows no capture that is a web page, and gives it as bytes alone', () => {
    assert.doesNotMatch(textOf('/articles/1998/mole.capture.html'), /alert|diese Seite/);
    assert.match(site.bytes('/captures/1998/mole.bin').toString(), /alert\("diese Seite"\)/);
  });
});

describe('Every page of a foreign archive', () => {
  for (const [name, rule] of Object.entries(PAGE_RULES)) {
    it(name, () => {
      assert.deepEqual(breaches(site, FOREIGN_URL, rule), []);
    });
  }
});

describe('A list that is too long for one page', () => {
  const speeches = Array.from({ length: SPEECHES }, (_, at) => speechAddress(at + 1));

  /** Pages of a list: the one of its own address, then the numbered parts from the oldest. */
  const partsOf = (pattern: RegExp) => site.files.filter((file) => pattern.test(file));

  it('is cut into parts that are numbered from the oldest, on the page of a person', () => {
    const numbered = partsOf(/^\/people\/ilse-immergruen-\d+\.html$/);
    assert.ok(numbered.length >= 2, numbered.join(', '));
    const parts = [...numbered, SPEAKER].map((address) => articlesIn(address).toReversed());
    assert.deepEqual(parts.flat(), ['/articles/1997/offen-bis-auf-weiteres.html', ...speeches]);
    assert.equal(new Set(parts.slice(0, -1).map(({ length }) => length)).size, 1);
    for (const address of [SPEAKER, ...numbered]) {
      const page = site.page(address);
      const others = [SPEAKER, ...numbered].filter((other) => other !== address);
      const links = linksIn(page, mainOf(page));
      assert.ok(
        others.every((other) => links.includes(other)),
        address,
      );
    }
  });

  it('is cut likewise on the page of a day', () => {
    const numbered = partsOf(/^\/timeline\/2003-03-03-page-\d+\.html$/);
    assert.ok(numbered.length >= 2);
    const day = `/timeline/${DAY}.html`;
    assert.deepEqual(
      [...numbered, day].flatMap((address) => articlesIn(address)),
      speeches,
    );
    assert.match(textOf(day), /160 articles/);
  });

  it('is left to its days on the page of a month, and to its months on that of a year', () => {
    const page = site.page('/timeline/2003-03.html');
    assert.deepEqual(articlesIn(page.address), []);
    assert.ok(linksIn(page, mainOf(page)).includes(`/timeline/${DAY}.html`));
    const year = site.page('/timeline/2003.html');
    assert.ok(linksIn(year, mainOf(year)).includes('/timeline/2003-03.html'));
    assert.match(textOf(year.address), /160 articles/);
  });
});

describe('A site that is served below a path', () => {
  const server = createStaticServer({
    get root() {
      return folders.out;
    },
    under: '/archiv/ost/',
  });
  let host: string;

  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(() => {
    server.close();
    server.closeAllConnections();
  });

  it('is there below the path, and not elsewhere', async () => {
    for (const path of ['/archiv/ost/', '/archiv/ost/index.html', `/archiv/ost${SPEAKER}`]) {
      const answer = await fetch(host + path);
      assert.equal(answer.status, 200, path);
      assert.match(await answer.text(), /Salzhafener Archiv/);
    }
    assert.equal((await fetch(`${host}/index.html`)).status, 404);
  });

  it('shows at any depth a page for missing addresses whose links all lead somewhere', async () => {
    const answer = await fetch(`${host}/archiv/ost/articles/1998/nichts/da.html`);
    assert.equal(answer.status, 404);
    const html = await answer.text();
    const addresses = [...html.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, to]) => to);
    assert.ok(addresses.length > 8, `${addresses.length} links`);
    for (const address of new Set(addresses)) {
      assert.match(address ?? '', /^\/archiv\/ost\//);
      assert.equal((await fetch(host + address)).status, 200, address);
    }
  });

  it('gives the capture of a web page as bytes that no browser runs', async () => {
    const answer = await fetch(`${host}/archiv/ost/captures/1998/mole.bin`);
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.deepEqual(
      Buffer.from(await answer.arrayBuffer()),
      site.bytes('/captures/1998/mole.bin'),
    );
  });
});
