import { setTimeout as wait } from 'node:timers/promises';
import type { BidiEvent, Firefox } from './bidi.ts';

/** A tab of Firefox, with what goes wrong in it. */
export class FirefoxPage {
  readonly firefox: Firefox;
  readonly context: string;
  /** Addresses that were asked for. */
  readonly requests: string[] = [];
  /** Errors and warnings of pages. */
  readonly complaints: string[] = [];

  private constructor(firefox: Firefox, context: string) {
    this.firefox = firefox;
    this.context = context;
    firefox.listen((event) => this.#note(event));
  }

  static async open(firefox: Firefox): Promise<FirefoxPage> {
    const { contexts } = await firefox.send('browsingContext.getTree', {});
    const [{ context } = { context: '' }] = contexts as { context: string }[];
    const page = new FirefoxPage(firefox, context);
    await firefox.send('session.subscribe', {
      events: ['log.entryAdded', 'network.beforeRequestSent'],
    });
    return page;
  }

  #note({ method, params }: BidiEvent): void {
    if (method === 'network.beforeRequestSent') {
      this.requests.push((params['request'] as { url: string }).url);
    }
    if (method !== 'log.entryAdded') return;
    const { level, text } = params as { level: string; text: string };
    if (level === 'error' || level === 'warn') this.complaints.push(text);
  }

  async goto(url: string): Promise<void> {
    const { context } = this;
    await this.firefox.send('browsingContext.navigate', { context, url, wait: 'complete' });
  }

  async size(width: number, height: number): Promise<void> {
    const { context } = this;
    await this.firefox.send('browsingContext.setViewport', {
      context,
      viewport: { width, height },
    });
  }

  /** Value of an expression in the page, as JSON has it. @throws Error when it throws there */
  async evaluate<Value>(expression: string): Promise<Value> {
    const reply = await this.firefox.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.context },
      awaitPromise: true,
    });
    if (reply['type'] === 'exception') {
      throw new Error((reply['exceptionDetails'] as { text: string }).text);
    }
    const { value } = reply['result'] as { value?: string };
    return value === undefined ? (undefined as Value) : (JSON.parse(value) as Value);
  }

  /** Waits until an expression is true, for 20 seconds at most. */
  async until(expression: string): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      if (await this.evaluate<boolean>(`Boolean(${expression})`).catch(() => false)) return;
      await wait(100);
    }
    throw new Error(`It did not come to this: ${expression}`);
  }

  /** Presses keys one after the other; names of keys as in WebDriver, `\uE004` is Tab. */
  async type(keys: string): Promise<void> {
    const actions = [...keys].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    const { context } = this;
    await this.firefox.send('input.performActions', {
      context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  /** A picture of what is seen, as the bytes of a PNG file. */
  async picture(): Promise<Buffer> {
    const { context } = this;
    const { data } = await this.firefox.send('browsingContext.captureScreenshot', { context });
    return Buffer.from(String(data), 'base64');
  }
}
