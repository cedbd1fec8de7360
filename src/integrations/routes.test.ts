import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { routesBeside, routesIn } from './routes.ts';

test('the routes of a folder are those that Astro finds there', (t) => {
  const pages = mkdtempSync(path.join(tmpdir(), 'pressmark-routes-'));
  t.after(() => rmSync(pages, { recursive: true, force: true }));
  for (const file of [
    'index.astro',
    '_about.mdx',
    'about.astro',
    'page.css',
    'articles/[year]/[slug].capture.astro',
    'articles/[...withdrawn].astro',
    '[icon].ico.ts',
    '_parts/part.astro',
    'dossiers/index.astro',
  ]) {
    mkdirSync(path.dirname(path.join(pages, file)), { recursive: true });
    writeFileSync(path.join(pages, file), '');
  }
  assert.deepEqual(
    [...routesIn(pages).keys()],
    [
      '/',
      '/[icon].ico',
      '/about',
      '/articles/[...withdrawn]',
      '/articles/[year]/[slug].capture',
      '/dossiers',
    ],
  );
  assert.equal(routesIn(path.join(pages, 'no-such')).size, 0);
});

test('a page of the archive’s own takes the place of ours, whatever it calls the parts of its address', () => {
  const routes = (...patterns: string[]) => new Map(patterns.map((pattern) => [pattern, pattern]));
  const ours = routes('/', '/about', '/[kind]', '/[kind]/[id]', '/[...alias]');
  assert.deepEqual(
    [...routesBeside(routes('/', '/people/[id]', '/[type]/[name]', '/[rest]'), ours).keys()],
    ['/about', '/[...alias]'],
  );
});
