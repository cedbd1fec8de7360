import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { start, temporaryFolder } from './command.ts';
import { write, writeOneArticle } from './write-archive.ts';

const temporary = temporaryFolder('dev-server');
const folders = { content: path.join(temporary, 'content'), out: path.join(temporary, 'site') };
const file = 'articles/1999/crane-falls-silent.mdx';
const address = '/articles/1999/crane-falls-silent.html';

let host: string;
let said = '';
let stop: () => Promise<unknown>;

before(async () => {
  writeOneArticle(folders.content);
  const port = await freePort();
  host = `http://localhost:${port}`;
  const child = start('dev', ['--port', String(port)], { folders });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  stop = () => {
    const ended = once(child, 'close');
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    return ended;
  };
  await until('it listens', () => said.includes(host));
});

after(() => stop());

describe('The development server', () => {
  it('shows an edit, and tells of a broken one while it goes on showing the last good state', async () => {
    assert.match(await textAt(address), /Crane falls silent/);
    assert.match(await textAt('/assets/start.js'), /data-search|import\(/);
    await until('search is ready', async () => {
      const answer = await fetch(`${host}/pagefind/pagefind-entry.json`);
      return answer.ok && JSON.parse(await answer.text()).languages['en'].page_count === 1;
    });
    assert.match(await textAt('/pagefind/pagefind.js'), /search/);

    const first = readFileSync(path.join(folders.content, file), 'utf8');
    const edited = first.replace('Crane falls silent', 'Crane sings again');
    write(folders.content, file, edited);
    await until('the edit is shown', async () => /Crane sings again/.test(await textAt(address)));

    write(folders.content, file, edited.replace('harbour-post', 'no-such-post'));
    await until('the fault is told', () => said.includes('no-such-post'));
    assert.match(said, /No outlet has the id “no-such-post”/);
    for (const page of [address, '/index.html']) {
      assert.match(await textAt(page), /Crane sings again/);
    }

    write(folders.content, file, edited.replace('Crane sings again', 'Crane is mended'));
    await until('the mended state is shown', async () =>
      /Crane is mended/.test(await textAt(address)),
    );
  });
});

async function textAt(at: string): Promise<string> {
  const answer = await fetch(host + at);
  const text = await answer.text();
  assert.equal(answer.status, 200, `${at}\n${text}\n${said}`);
  return text;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const at = server.address();
  server.close();
  return typeof at === 'object' && at !== null ? at.port : 0;
}

/** Waits for something to come true, for a minute at most. */
async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 180_000; performance.now() < end; ) {
    if (await isSo()) return;
    await wait(100);
  }
  assert.fail(`waited in vain until ${what}\n${said}`);
}
