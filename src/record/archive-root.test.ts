import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type Call, calledFrom, findArchive, NoArchive } from './archive-root.ts';

/** A program in a checkout with a demonstration, and an archive elsewhere with folders below it. */
function machine(t: TestContext) {
  const base = mkdtempSync(path.join(tmpdir(), 'pressmark-root-'));
  t.after(() => rmSync(base, { recursive: true, force: true }));
  const program = path.join(base, 'program');
  const archive = path.join(base, 'archive');
  const empty = path.join(base, 'empty');
  for (const folder of [program, archive]) {
    mkdirSync(path.join(folder, 'content', 'articles', '2019'), { recursive: true });
    writeFileSync(path.join(folder, 'content', 'archive.yml'), '');
  }
  mkdirSync(empty);
  const call = (cwd: string, env: NodeJS.ProcessEnv = {}, isCheckout = true): Call => ({
    env,
    cwd,
    program,
    isCheckout,
  });
  return { program, archive, empty, call };
}

describe('The archive that a command works on', () => {
  it('is the nearest folder upwards that holds content/archive.yml', (t) => {
    const { archive, call } = machine(t);
    for (const from of [archive, path.join(archive, 'content', 'articles', '2019')]) {
      const { root, folders } = findArchive({}, call(from));
      assert.equal(root, archive);
      assert.equal(folders.content, path.join(archive, 'content'));
      assert.equal(folders.out, path.join(archive, 'dist'));
      assert.equal(path.dirname(folders.cache), path.join(archive, '.pressmark'));
    }
  });

  it('is never the demonstration, unless the command was called there', (t) => {
    const { program, empty, call } = machine(t);
    assert.equal(findArchive({}, call(program)).root, program);
    assert.throws(
      () => findArchive({}, call(empty)),
      (error) =>
        error instanceof NoArchive &&
        error.message.includes(empty) &&
        /npx pressmark create/.test(error.message),
    );
    // npm --prefix runs the script in the checkout, for a person who is elsewhere.
    const npm = { INIT_CWD: empty, npm_package_json: path.join(program, 'package.json') };
    assert.throws(() => findArchive({}, call(program, npm)), NoArchive);
  });

  it('is that of ARCHIVE_CONTENT; from a checkout, caches stay there', (t) => {
    const { program, archive, empty, call } = machine(t);
    const env = { ARCHIVE_CONTENT: path.join(archive, 'content'), ARCHIVE_OUT: empty };
    for (const from of [program, archive, empty]) {
      const { root, folders } = findArchive({}, call(from, env));
      assert.equal(root, program);
      assert.equal(folders.content, env.ARCHIVE_CONTENT);
      assert.equal(folders.out, empty);
    }
    assert.equal(findArchive({}, call(empty, env, false)).root, archive);
  });

  it('may be a new one where that is asked for', (t) => {
    const { empty, call } = machine(t);
    assert.equal(findArchive({ mayBeNew: true }, call(empty)).root, empty);
  });
});

describe('The folder of a call', () => {
  it('is where npm was called, unless the process was started elsewhere since', (t) => {
    const { program, archive, empty } = machine(t);
    const env = { INIT_CWD: archive, npm_package_json: path.join(program, 'package.json') };
    assert.equal(calledFrom({ env, cwd: program }), archive);
    assert.equal(calledFrom({ env, cwd: empty }), empty);
    assert.equal(calledFrom({ env: {}, cwd: empty }), empty);
  });
});
