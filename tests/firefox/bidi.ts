import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What Firefox tells without being asked (https://w3c.github.io/webdriver-bidi/). */
export interface BidiEvent {
  readonly method: string;
  readonly params: Record<string, unknown>;
}

interface Reply {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: string;
  readonly message?: string;
}

/** A Firefox of the system, spoken to in WebDriver BiDi, which it knows by itself. */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #listeners: ((event: BidiEvent) => void)[] = [];
  #next = 0;

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const told = JSON.parse(String(data)) as Reply & BidiEvent;
      if (told.id === undefined) for (const listen of this.#listeners) listen(told);
      else this.#waiting.get(told.id)?.(told);
    });
  }

  /**
   * Starts a browser that knows nothing yet, without a screen.
   *
   * @param command `firefox-esr` of Debian, or another
   * @throws Error when it can't be started
   */
  static async start(command = 'firefox-esr'): Promise<Firefox> {
    const profile = mkdtempSync(path.join(tmpdir(), 'pressmark-firefox-'));
    const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: profile },
    });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.on('error', reject);
      child.on('exit', () => reject(new Error(`${command} ended: ${said}`)));
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('No answer from Firefox.')));
    });
    const firefox = new Firefox(child, profile, socket);
    await firefox.send('session.new', { capabilities: {} });
    return firefox;
  }

  /** Sends a command and waits for what it gives. @throws Error with the reason that Firefox names */
  async send(method: string, params: object): Promise<Record<string, unknown>> {
    const id = this.#next++;
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { result, error, message } = await new Promise<Reply>((resolve) => {
      this.#waiting.set(id, resolve);
    });
    this.#waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error}: ${message}`);
    return result ?? {};
  }

  listen(listener: (event: BidiEvent) => void): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.on('exit', resolve));
    await this.send('browser.close', {}).catch(() => this.#process.kill());
    await ended;
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
