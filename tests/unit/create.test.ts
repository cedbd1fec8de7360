import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANSWERS, readAnswers } from '../../src/cli/create/answers.mjs';
import { layDown } from '../../src/cli/create/lay-down.mjs';
import { manifestRule } from '../../src/cli/verify/content/manifest.ts';
import { settingsSchema } from '../../src/model/schema/settings.ts';
import { ensureGitAttributes, GIT_ATTRIBUTES } from '../../src/record/git-attributes.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { readSettings } from '../../src/record/read-settings.ts';
import { tempFolder, write } from './temp-archive.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TEMPLATE = path.join(ROOT, 'template');
const LOCK = path.join(ROOT, 'package-lock.json');

/** Runs a command that makes an archive, where nobody can be asked. */
function create(folder: string, args: readonly string[], script = 'src/cli/pressmark.mjs') {
  const command = script.includes('create') ? [] : ['create'];
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return spawnSync(process.execPath, [path.join(ROOT, script), ...command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
}

test('a new archive is whole, and both commands make the same one', (t) => {
  const folder = tempFolder(t);
  const answers = ['--title', 'Мой архив: № 1', '--language', 'be', '--contact', 'me@harbour.net'];
  const made = ['one', 'two'].map((name, at) => {
    const script = at === 0 ? 'src/cli/pressmark.mjs' : 'create-pressmark/create-pressmark.mjs';
    const { status, stderr } = create(folder, [name, '-y', ...answers], script);
    assert.equal(status, 0, stderr);
    return filesBelow(path.join(folder, name));
  });
  const [one, two] = made;
  assert.deepEqual(two?.keys(), one?.keys());
  for (const [file, text] of one ?? []) {
    if (!file.startsWith('package')) assert.equal(two?.get(file), text, file);
  }
  assert.deepEqual(readdirSync(folder).sort(), ['one', 'two']);
  const content = path.join(folder, 'one/content');
  const { record, problems } = readArchive(content);
  assert.deepEqual(problems, []);
  assert.equal(record?.settings.title, 'Мой архив: № 1');
  assert.equal(record?.settings.language, 'be');
  assert.equal(record?.settings.baseUrl, 'https://example.org/');
  assert.deepEqual(manifestRule({ folder: content }), []);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const { dependencies } = JSON.parse(one?.get('package.json') ?? '');
  assert.deepEqual(dependencies, { pressmark: `^${version}` });
  const { packages } = JSON.parse(one?.get('package-lock.json') ?? '');
  const ours = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages;
  assert.deepEqual(packages[''], { name: 'one', dependencies });
  assert.deepEqual(packages['node_modules/undici'], ours['node_modules/undici']);
  assert.equal(packages['node_modules/axe-core'], undefined);
});

test('the two packages have one version', () => {
  const [one, two] = ['package.json', 'create-pressmark/package.json'].map(
    (file) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).version,
  );
  assert.equal(one, two);
});

test('git is told of a new archive what repair would tell it', (t) => {
  const folder = tempFolder(t);
  ensureGitAttributes(folder);
  const [ours, template] = [folder, path.join(TEMPLATE, 'content')].map((of) =>
    readFileSync(path.join(of, GIT_ATTRIBUTES), 'utf8'),
  );
  assert.equal(template, ours);
});

test('nothing is written into a folder that holds anything, nor for wrong answers, which are all told', (t) => {
  const folder = tempFolder(t);
  write(folder, 'full/notes.txt', 'mine');
  const full = create(folder, ['full', '-y']);
  assert.equal(full.status, 1);
  assert.match(full.stderr, /full is not empty \(notes\.txt\)/);
  const wrong = create(folder, [
    ...['new', '-y', '--title', ' ', '--language', 'English'],
    ...['--address', 'example.org', '--contact', 'me'],
  ]);
  assert.equal(wrong.status, 1);
  for (const name of ANSWERS) assert.match(wrong.stderr, new RegExp(`^--${name} `, 'm'));
  const asked = create(folder, ['new', '--title', 'Mine']);
  assert.equal(asked.status, 1);
  assert.match(asked.stderr, /not a terminal.*--language, --address, --contact/);
  assert.deepEqual(readdirSync(folder), ['full']);
  assert.deepEqual(readdirSync(path.join(folder, 'full')), ['notes.txt']);
});

test('a new archive goes into an empty repository', (t) => {
  const folder = tempFolder(t);
  mkdirSync(path.join(folder, '.git'));
  const { status, stderr } = create(folder, ['.', '-y']);
  assert.equal(status, 0, stderr);
  assert.ok(existsSync(path.join(folder, '.git')));
  assert.ok(existsSync(path.join(folder, '.gitignore')));
});

test('whatever is answered is refused, or read back from archive.yml as it was', async (t) => {
  const folder = path.join(tempFolder(t), 'archive');
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const answer = (...usual: string[]) => fc.oneof(text, fc.constantFrom(...usual));
  const flags = fc.record({
    title: answer('A: "b" # c', "it's", '- x', '{}', '\u202eX'),
    language: answer('be', 'pt-BR', 'zh-hant'),
    address: answer('https://a.example.net/b', 'http://x/?y', 'https://u:p@x/'),
    contact: answer('a@b.net', 'a.b+c@d-e.org', '.a@b.net', 'a@b'),
  });
  await fc.assert(
    fc.asyncProperty(flags, async (given) => {
      const { answers, problems } = await readAnswers(given, { yes: true });
      if (answers === undefined) {
        assert.ok((problems ?? []).length > 0);
        return;
      }
      layDown(folder, answers, { template: TEMPLATE, spec: '*', lock: LOCK });
      const { settings, problems: found } = readSettings(path.join(folder, 'content'));
      rmSync(folder, { recursive: true });
      assert.deepEqual(found, []);
      assert.ok(settingsSchema.safeParse(settings).success);
      assert.equal(settings?.title, given.title);
      assert.equal(settings?.language, given.language);
      assert.equal(settings?.contact, given.contact);
    }),
    { numRuns: 60 },
  );
});

function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    names.sort().map((name) => [path.relative(folder, name), readFileSync(name, 'utf8')]),
  );
}
