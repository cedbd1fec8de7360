import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { bytesOf } from './read-file.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'pressmark-read-')));
after(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => path.join(folder, ...names);
mkdirSync(at('clippings'));
mkdirSync(at('private'));
writeFileSync(at('private', 'diary.html'), '<p>secret</p>');
writeFileSync(at('clippings', 'a.html'), '<p>words</p>');
symlinkSync(at('private', 'diary.html'), at('clippings', 'b.html'));
symlinkSync(at('private'), at('clippings', 'inside'));
symlinkSync(at('clippings'), at('linked'));
symlinkSync(at('nowhere'), at('clippings', 'dangling.html'));

test('a file is read, by a path of either kind, and where the person is may be a link', () => {
  for (const from of [folder, '/', at('linked')])
    assert.equal(Buffer.from(bytesOf(at('clippings', 'a.html'), from)).toString(), '<p>words</p>');
  const typed = path.resolve(at('linked'), 'a.html');
  assert.equal(Buffer.from(bytesOf(typed, at('linked'))).toString(), '<p>words</p>');
});

for (const [what, file] of [
  ['a link', at('clippings', 'b.html')],
  ['a link to nothing', at('clippings', 'dangling.html')],
  ['a file in a folder that is a link', at('clippings', 'inside', 'diary.html')],
  ['a file whose way leads through a link further up', at('linked', 'a.html')],
] as const) {
  for (const from of [folder, '/usr', '/']) {
    test(`${what} is refused, from ${from === folder ? 'beside it' : from}`, () =>
      assert.throws(() => bytesOf(file, from), { name: 'CaptureRefused', message: /is a link/ }));
  }
}

test('folders, pipes and devices are refused plainly, and without waiting', () => {
  assert.throws(() => bytesOf(at('clippings'), folder), /folder or a special file/);
  assert.throws(() => bytesOf('/dev/null', folder), /folder or a special file/);
  execFileSync('mkfifo', [at('pipe.html')]);
  assert.throws(() => bytesOf(at('pipe.html'), folder), /folder or a special file/);
});

test('a file that is not there is refused', () =>
  assert.throws(() => bytesOf(at('clippings', 'none.html'), folder), /no such file/));
