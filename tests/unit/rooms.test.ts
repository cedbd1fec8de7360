import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tempFolder, write } from './temp-archive.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const PLATFORM = ['node:fs', 'node:crypto'];
const ASTRO = ['astro:content', 'astro:assets'];
const LIBRARIES = [
  ...['satteri', 'pagefind', 'vite', 'yaml', 'unified', 'remark-parse', 'remark-frontmatter'],
  ...[
    'citeproc',
    '@mozilla/readability',
    'defuddle',
    'yauzl',
    'ipaddr.js',
    'franc',
    'chardet',
    'linkedom',
    ...['css-select', 'css-what', 'css-tree/tokenizer', 'culori'],
    'yazl',
    ...['d3-geo', 'topojson-client', 'world-atlas', 'fontkitten', '@resvg/resvg-wasm'],
    '@orama/stemmers/english',
  ],
];

/** What each room may import of the other rooms, the platform, Astro's modules and the libraries. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: ['astro/zod', '@orama/stemmers/english'],
  compile: ['model', 'astro/zod', 'satteri'],
  private: ['model', 'astro/zod', ...PLATFORM],
  record: ['model', 'compile', 'private', 'astro/zod', ...PLATFORM, 'yaml'],
  capture: [
    ...['model', 'compile', 'astro/zod', ...PLATFORM, 'unified', 'remark-parse'],
    ...['@mozilla/readability', 'defuddle', 'yauzl', 'ipaddr.js', 'franc', 'chardet', 'linkedom'],
    ...['css-select', 'css-what', 'css-tree/tokenizer', 'culori'],
  ],
  formats: ['model', 'astro/zod', 'citeproc'],
  maps: ['model', 'astro/zod', ...PLATFORM, 'd3-geo', 'topojson-client', 'world-atlas'],
  cards: ['model', 'astro/zod', ...PLATFORM, 'fontkitten', '@resvg/resvg-wasm'],
  dossiers: ['archive', 'components', 'formats', 'model', 'astro/zod'],
  archive: [
    'maps',
    'cards',
    'record',
    'capture',
    'compile',
    'model',
    'astro/zod',
    ...PLATFORM,
    ...ASTRO,
  ],
  components: ['model', 'formats', 'browser', 'styles', 'astro/zod'],
  layouts: ['components', 'model', 'formats', 'browser', 'styles', 'astro/zod'],
  pages: [
    'archive',
    'dossiers',
    'layouts',
    'components',
    'formats',
    'model',
    'styles',
    'astro/zod',
  ],
  browser: ['model', 'formats', 'astro/zod'],
  integrations: [
    'record',
    'cards',
    'formats',
    'model',
    'astro/zod',
    ...PLATFORM,
    'pagefind',
    'vite',
  ],
  edition: ['record', 'model', 'astro/zod', ...PLATFORM, 'vite', 'yazl'],
  cli: [
    ...[
      'integrations',
      'edition',
      'capture',
      'record',
      'private',
      'compile',
      'model',
      'formats',
      'astro/zod',
      ...PLATFORM,
    ],
    ...['unified', 'remark-parse', 'remark-frontmatter'],
  ],
  styles: ['astro/zod', ...PLATFORM],
};

const ROOMS = Object.keys(MAY_IMPORT);
const WITH_MARKUP = ['components', 'dossiers', 'layouts', 'pages'];

/** Everything that could be imported, each on a line of its own, from a folder of a room. */
function importsFrom(room: string, depth: number): { name: string; line: string }[] {
  const up = '../'.repeat(depth);
  const rooms = ROOMS.filter((other) => other !== room).map((name) => [name, `${up}${name}/x.ts`]);
  const others = ['astro/zod', ...PLATFORM, ...ASTRO, ...LIBRARIES].map((name) => [name, name]);
  return [...rooms, ...others].map(([name = '', from], index) => ({
    name,
    line: `import a${index} from '${from}';`,
  }));
}

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

/** Lints a folder with the project's own rules for imports; one run, because a run costs a second. */
function lint(folder: string): Diagnostic[] {
  cpSync(path.join(ROOT, 'biome.json'), path.join(folder, 'biome.json'));
  const rule = '--only=style/noRestrictedImports';
  const { stdout } = spawnSync(
    path.join(ROOT, 'node_modules/.bin/biome'),
    ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', rule, '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

test('lint refuses every import across the rooms that the table does not name, and no other', (t) => {
  const folder = tempFolder(t);
  const probes = ROOMS.flatMap((room) => [
    { room, file: `src/${room}/probe.ts`, imports: importsFrom(room, 1) },
    { room, file: `src/${room}/deep/er/probe.ts`, imports: importsFrom(room, 3) },
    ...(WITH_MARKUP.includes(room)
      ? [{ room, file: `src/${room}/probe.astro`, imports: importsFrom(room, 1) }]
      : []),
  ]);
  for (const { file, imports } of probes) {
    const lines = imports.map(({ line }) => line);
    const isMarkup = file.endsWith('.astro');
    write(folder, file, (isMarkup ? ['---', ...lines, '---'] : lines).join('\n'));
  }
  const diagnostics = lint(folder);
  assert.ok(diagnostics.every(({ category }) => category === 'lint/style/noRestrictedImports'));
  for (const { room, file, imports } of probes) {
    const first = file.endsWith('.astro') ? 2 : 1;
    const refused = diagnostics
      .filter(({ location }) => location.path === file)
      .map(({ location }) => imports[location.start.line - first]?.name);
    const forbidden = imports.map(({ name }) => name).filter((name) => !allows(room, name));
    assert.deepEqual(refused.sort(), forbidden.sort(), file);
  }
});

function allows(room: string, name: string): boolean {
  return MAY_IMPORT[room]?.includes(name) ?? false;
}

test('tests may import what they need', (t) => {
  const folder = tempFolder(t);
  const lines = importsFrom('model', 1).map(({ line }) => line);
  write(folder, 'src/model/probe.test.ts', lines.join('\n'));
  assert.deepEqual(lint(folder), []);
});

/** Files below `src`, with `/`, that end so. */
function sources(ending: string): string[] {
  return readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith(ending))
    .sort();
}

test('every room of the code is in the table, here and in the architecture’s page', () => {
  const rooms = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  assert.ok(rooms.length > 5);
  const page = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
  for (const room of rooms) {
    assert.ok(ROOMS.includes(room), room);
    assert.match(page, new RegExp(`^\\| \`${room}/`, 'm'));
  }
});

test('no folder is named for nothing: utils, helpers, common', () => {
  const folders = ['src', 'tests'].flatMap((top) =>
    readdirSync(path.join(ROOT, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.parentPath.includes('node_modules'))
      .map(({ name }) => name),
  );
  assert.ok(folders.length > 20);
  const drawers = /^(?:utils?|helpers?|common|misc|shared|lib)$/;
  assert.deepEqual(
    folders.filter((name) => drawers.test(name)),
    [],
  );
});

test('components have their styles in a style element, and no element has one of its own', () => {
  const files = sources('.astro');
  assert.ok(files.length > 20);
  const texts = files.map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
  const attributes = texts.filter(({ text }) => /<[^>]*\sstyle\s*=|define:vars/.test(text));
  assert.deepEqual(
    attributes.map(({ file }) => file),
    [],
  );
  assert.ok(texts.filter(({ text }) => /^<style>$/m.test(text)).length > 20);
});

test('widths in media queries are the breakpoints that tokens.css names', () => {
  const tokens = readFileSync(path.join(ROOT, 'src/styles/tokens.css'), 'utf8');
  const named = [...tokens.matchAll(/^ {2}- (\S+rem): /gm)].map(([, width]) => width);
  assert.equal(named.length, 3);
  const wrong = [...sources('.astro'), ...sources('.css')].flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    return [...text.matchAll(/@media[^{]*/g)]
      .flatMap(([query]) => query.match(/[\d.]+(?:rem|px|em)/g) ?? [])
      .filter((width) => !named.includes(width))
      .map((width) => `${file}: ${width}`);
  });
  assert.deepEqual(wrong, []);
});
