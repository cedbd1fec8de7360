import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { shippedArchive } from './archive-files.ts';
import { ROOT, sha256, shippedSite } from './built-site.ts';
import { build, fingerprint, firstDifference, run, temporaryFolder } from './command.ts';
import { faultsOfJsonFeed } from './json-feed.ts';

const site = shippedSite();
const { settings, articles, records } = shippedArchive();
const baseUrl = settings['baseUrl'] ?? '';
const read = (address: string) => readFileSync(path.join(site.folder, address), 'utf8');
const names = new Map(records.map(({ kind, id, name }) => [`${kind}/${id}`, name]));

describe('The exports of the site', () => {
  for (const { id, address, title, date, outlet, language = 'en' } of articles) {
    it(`files ${title} as a newspaper article with all it says`, () => {
      const page = site.pages.find((one) => one.address === address);
      const meta = (name: string) =>
        page?.document
          .querySelector(`meta[name="${name}"], meta[property="${name}"]`)
          ?.getAttribute('content');
      assert.equal(meta('DC.type'), 'newspaperArticle');
      assert.equal(meta('DC.title'), title);
      assert.equal(meta('prism.publicationName'), names.get(`outlets/${outlet}`));
      assert.equal(meta('prism.publicationDate'), date);
      assert.equal(meta('DC.language'), language);
      assert.equal(meta('og:url'), new URL(address.slice(1), baseUrl).href);
      assert.match(meta('DC.rights') ?? '', /rightsstatements\.org/);
      assert.notEqual(meta('og:type'), 'website');
      // Zotero takes elements of these classes for a list of authors where it finds none in the head.
      assert.equal(page?.document.querySelector('.byline, .vcard'), null);
      const schema = page?.document.querySelector('script[type="application/ld+json"]');
      assert.equal(JSON.parse(schema?.textContent ?? '').headline, title);
      const [item] = JSON.parse(read(`/articles/${id}.json`));
      assert.equal(item.title, title);
      for (const format of ['bib', 'ris', 'txt']) {
        assert.ok(read(`/articles/${id}.${format}`).includes(title), format);
      }
    });
  }

  it('gives every tag page a feed and files of its list, which the page links to', () => {
    for (const { address } of records) {
      const page = site.pages.find((one) => one.address === address);
      const links = [...(page?.document.querySelectorAll('a[href]') ?? [])].map((link) =>
        link.getAttribute('href'),
      );
      const name = path.basename(address, '.html');
      for (const ending of ['bib', 'ris', 'json', 'csv', 'feed.xml', 'feed.json']) {
        const listed = page?.document.querySelector('.Z3988') !== null;
        if (!listed && !ending.startsWith('feed')) continue;
        assert.ok(links.includes(`${name}.${ending}`), `${address}: ${ending}`);
      }
    }
  });

  it('has no relative address in any feed or list of feeds', () => {
    const files = site.files.filter((file) =>
      /feed(-\d+)?\.(xml|json)$|opml$|opensearch|corrections/.test(file),
    );
    assert.ok(files.length > 80);
    for (const file of files) {
      for (const [, address = ''] of read(file).matchAll(
        /(?:href|xmlUrl|htmlUrl|template|[a-z_]*url)"?[=:]\\?"([^"\\]*)/g,
      )) {
        assert.match(address, /^(https?:|mailto:)/, `${file}: ${address}`);
      }
    }
  });

  it('names its data with their true sizes and hashes', () => {
    const { resources } = JSON.parse(read('/data/datapackage.json'));
    const listed = resources.map((one: { path: string }) => `/data/${one.path}`).sort();
    const there = site.files.filter((file) => /^\/data\/(?!datapackage)/.test(file)).sort();
    assert.deepEqual(listed, there);
    for (const { path: name, bytes, hash } of resources) {
      const content = readFileSync(path.join(site.folder, 'data', name));
      assert.equal(content.length, bytes, name);
      assert.equal(`sha256:${sha256(content)}`, hash, name);
    }
  });

  it('is well-formed wherever it is XML', { skip: noXmllint() }, () => {
    const files = site.files.filter((file) => /\.(xml|opml)$/.test(file));
    const { status, stderr } = spawnSync(
      'xmllint',
      ['--noout', ...files.map((file) => file.slice(1))],
      {
        cwd: site.folder,
        encoding: 'utf8',
      },
    );
    assert.equal(status, 0, stderr);
  });

  it('has sitemaps that match the schema of the protocol', { skip: noXmllint() }, () => {
    const schemas = [
      ['tests/site/sitemap-index.xsd', '/sitemap.xml'],
      ['node_modules/sitemap/schema/sitemap.xsd', '/sitemap-1.xml'],
    ] as const;
    for (const [schema, address] of schemas) {
      const args = [
        '--noout',
        '--schema',
        path.join(ROOT, schema),
        path.join(site.folder, address),
      ];
      const { status, stderr } = spawnSync('xmllint', args, { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    }
  });

  it('has JSON feeds that match their schema', () => {
    const feeds = site.files.filter((file) => /feed(-\d+)?\.json$/.test(file));
    assert.ok(feeds.length > 40);
    for (const file of feeds) assert.deepEqual(faultsOfJsonFeed(read(file)), [], file);
    assert.notDeepEqual(faultsOfJsonFeed(read('/feed.json').replace('"items"', '"posts"')), []);
  });

  it('is enough to make the record again, and the very same site from that', async () => {
    const temporary = temporaryFolder('restored');
    const folders = { content: path.join(temporary, 'content'), out: path.join(temporary, 'site') };
    const outcome = await run('restore', [site.folder], { folders });
    assert.equal(outcome.status, 0, outcome.stderr);
    const original = path.join(ROOT, 'content');
    assert.equal(firstDifference(fingerprint(original), fingerprint(folders.content)), undefined);
    await build(folders);
    assert.equal(firstDifference(fingerprint(site.folder), fingerprint(folders.out)), undefined);
    const again = await run('restore', [site.folder], { folders });
    assert.equal(again.status, 1);
    assert.match(again.stderr, /There is an archive at/);
  });

  it('is not restored from a copy of which something is missing', async () => {
    const temporary = temporaryFolder('not-restored');
    const folders = { content: path.join(temporary, 'content'), out: path.join(temporary, 'site') };
    const outcome = await run('restore', [temporary], { folders });
    assert.equal(outcome.status, 1);
    assert.match(outcome.stderr, /data\/record\.ndjson/);
    assert.equal(existsSync(folders.content), false);
  });
});

function noXmllint(): string | false {
  return spawnSync('xmllint', ['--version']).error ? 'xmllint is not installed' : false;
}
