// npm run check:sequences: random sequences of what keepers do, with kills, merges and two at once, and after each of them
// a look at what stands on the disk. --sequences N (2000), --seed N, --from N (the number of one that went wrong).
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesBelow } from '../../src/record/site-files.ts';
import { ROOT } from '../site/built-site.ts';
import { seeded } from './incremental/random-archive.ts';
import { report } from './report.ts';
import type { Order, Outcome, Task } from './sequences/orders.ts';

const { values } = parseArgs({
  options: {
    sequences: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    write: { type: 'boolean' },
  },
});
const [sequences, seed, from] = [values.sequences, values.seed, values.from].map(Number) as [
  number,
  number,
  number,
];
const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-sequences-'));
/** An empty working folder, and what workers that were killed load again: a withdrawal would look through both. */
const aside = mkdtempSync(path.join(tmpdir(), 'pressmark-aside-'));
mkdirSync(path.join(aside, 'empty'));
process.on('exit', () => {
  for (const folder of [temporary, aside]) rmSync(folder, { recursive: true, force: true });
});
process.env['ARCHIVE_LEAVE_OUT'] = '^nothing$';
process.env['ARCHIVE_LOCK_WAIT'] = '20';

type Answer = (Outcome & { readonly changes: number }) | 'killed';

/** A process that carries out orders, started again when it was killed. */
class Hand {
  #child: ChildProcess | undefined;
  #ready: Promise<unknown> = Promise.resolve();

  async do(order: Order, dieAfter?: number): Promise<Answer> {
    if (this.#child === undefined) this.#start();
    await this.#ready;
    const child = this.#child;
    if (child === undefined) throw new Error('No worker.');
    return new Promise((resolve) => {
      const ended = () => {
        child.off('message', told);
        this.#child = undefined;
        resolve('killed');
      };
      const told = (answer: unknown) => {
        child.off('exit', ended);
        resolve(answer as Answer);
      };
      child.once('exit', ended).once('message', told);
      child.send({ ...order, ...(dieAfter !== undefined && { dieAfter }) });
    });
  }

  #start(): void {
    const child = fork(path.join(import.meta.dirname, 'sequences/worker.ts'), [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      cwd: path.join(aside, 'empty'),
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(aside, 'compiled') },
    });
    this.#child = child;
    this.#ready = new Promise((resolve) => child.once('message', resolve));
  }

  stop(): void {
    this.#child?.kill();
  }
}

const hands = [new Hand(), new Hand()] as const;
const counts = new Map<string, number>();
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
/** Milliseconds by kind of order, for who waits. */
const spent = new Map<string, number>();
const wrong: string[] = [];
/** How many changes of the disk each kind of order makes, as seen so far. */
const lengths = new Map<string, number>();

const SYLLABLES = 'ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zi cho sha'.split(' ');

/** A text that no other is like. */
function story(next: () => number, marker: string): string {
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(next() * 3) },
      () => SYLLABLES[Math.floor(next() * 20)],
    ).join('');
  const sentence = () => {
    const words = Array.from({ length: 14 }, word).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraphs = Array.from({ length: 4 }, () =>
    [sentence(), sentence(), sentence()].join(' '),
  );
  return `Story ${word()} ${word()} ${word()}\nThe Moscow Times\n1${Math.floor(next() * 9)} February 2012\n\n${paragraphs.join('\n\n')} The ${marker} ${sentence()}\n`;
}

interface Kept {
  readonly id: string;
  readonly marker: string;
}

/** One archive and what should be in it. */
class Sequence {
  readonly #name: string;
  readonly #next: () => number;
  readonly #base: string;
  readonly #folders: Order['folders'];
  readonly #log: string[] = [];
  /** By marker: in the archive, if not withdrawn. */
  readonly #kept = new Map<string, Kept>();
  readonly #withdrawn = new Map<string, Kept>();
  readonly #edited = new Set<string>();
  #texts = 0;

  constructor(number: number) {
    this.#name = `sequence ${number}`;
    this.#next = seeded(seed * 1_000_003 + number);
    this.#base = path.join(temporary, String(number));
    const content = path.join(this.#base, 'content');
    mkdirSync(content, { recursive: true });
    for (const name of ['archive.yml', 'outlets', 'sources', 'people', 'places']) {
      cpSync(path.join(ROOT, 'content', name), path.join(content, name), { recursive: true });
    }
    this.#folders = {
      content,
      out: path.join(this.#base, 'published', 'site'),
      cache: path.join(this.#base, '.pressmark', '0123456789ab'),
    };
  }

  /** @returns what is wrong; undefined when nothing is */
  async run(): Promise<string | undefined> {
    try {
      await this.#do({ kind: 'seal' });
      for (let steps = 3 + Math.floor(this.#next() * 6); steps > 0; steps--) await this.#step();
      await this.#heal();
      await this.#end();
      rmSync(this.#base, { recursive: true, force: true });
      return undefined;
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      return `${this.#name}: ${what}\n    ${this.#log.join('\n    ')}`;
    }
  }

  #pick<Value>(list: readonly Value[]): Value {
    return list[Math.floor(this.#next() * list.length)] as Value;
  }

  async #step(): Promise<void> {
    const isNone = this.#kept.size === 0;
    const steps: (() => Promise<void>)[] = [
      () => this.#add(),
      () => this.#add(),
      () => this.#build(),
      ...(isNone
        ? []
        : [
            () => this.#edit(),
            () => this.#seal(),
            () => this.#withdraw(),
            () => this.#addAgain(),
            () => this.#kill(),
            () => this.#kill(),
            () => this.#together(),
            () => this.#overtake(),
            () => this.#restore(),
            () => this.#merge(),
          ]),
    ];
    await this.#pick(steps)();
    await this.#look();
  }

  async #do(order: Task, hand: Hand = hands[0], dieAfter?: number): Promise<Answer> {
    const began = performance.now();
    const answer = await hand.do({ ...order, folders: this.#folders }, dieAfter);
    spent.set(order.kind, (spent.get(order.kind) ?? 0) + performance.now() - began);
    const words =
      answer === 'killed'
        ? `killed after ${dieAfter} changes`
        : answer.ok
          ? 'done'
          : `${answer.error}: ${answer.said}`;
    this.#log.push(`${JSON.stringify(order)} → ${words.split('\n').slice(0, 3).join(' / ')}`);
    if (answer !== 'killed' && answer.ok)
      lengths.set(order.kind, Math.max(lengths.get(order.kind) ?? 0, answer.changes));
    // What is refused is said in words for a person; anything else is a fault of the program.
    if (
      answer !== 'killed' &&
      !answer.ok &&
      !/ArchiveProblems|UsageError|NotAdded|ArchiveBusy|NotWithdrawn|^Error$/.test(answer.error)
    ) {
      throw new Error(`${order.kind} failed with ${answer.error}: ${answer.stack}`);
    }
    count(order.kind);
    return answer;
  }

  #newText(): { file: string; marker: string } {
    const marker = `marker${this.#name.split(' ')[1]}q${++this.#texts}x`;
    const file = path.join(this.#base, `${marker}.txt`);
    writeFileSync(file, story(this.#next, marker));
    return { file, marker };
  }

  /** Which articles of the disk hold which texts: the truth after a kill. */
  #found(marker: string): string[] {
    const articles = path.join(this.#folders.content, 'articles');
    return filesBelow(articles)
      .files.filter((file) => readFileSync(path.join(articles, file), 'utf8').includes(marker))
      .map((file) => file.replace(/\.mdx$/, ''));
  }

  #enter(marker: string): void {
    const [id] = this.#found(marker);
    if (id === undefined) throw new Error(`${marker} was added and is not there`);
    this.#kept.set(marker, { id, marker });
  }

  async #add(): Promise<void> {
    const { file, marker } = this.#newText();
    const answer = await this.#do({ kind: 'add', file });
    if (answer !== 'killed' && answer.ok) this.#enter(marker);
    else if (this.#edited.size === 0) throw new Error(`nothing was in the way of ${marker}`);
  }

  /** The same bytes again, and what was withdrawn, in another form. */
  async #addAgain(): Promise<void> {
    const back = this.#pick([...this.#withdrawn.values()]);
    if (back === undefined) return;
    const file = path.join(this.#base, `${back.marker}.txt`);
    const text = readFileSync(file, 'utf8').replace('February', 'March').replace(/\n$/, '\n\n');
    const other = path.join(this.#base, `${back.marker}-again.txt`);
    writeFileSync(other, text);
    for (const one of [file, other]) {
      const answer = await this.#do({ kind: 'add', file: one });
      if (answer !== 'killed' && answer.ok)
        throw new Error(`${back.marker} was withdrawn and came back`);
    }
  }

  async #edit(): Promise<void> {
    const kept = this.#pick([...this.#kept.values()]);
    const file = path.join(this.#folders.content, `articles/${kept.id}.mdx`);
    if (!existsSync(file)) throw new Error(`${kept.id} is gone`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^title: .*$/m, `title: Edited ${++this.#texts}`));
    this.#edited.add(`articles/${kept.id}.mdx`);
    this.#log.push(`edited ${kept.id}`);
  }

  async #seal(): Promise<void> {
    await this.#do(
      this.#next() < 0.5 ? { kind: 'seal' } : { kind: 'seal', files: [...this.#edited] },
    );
    this.#edited.clear();
  }

  async #withdraw(): Promise<void> {
    const kept = this.#pick([...this.#kept.values()]);
    const answer = await this.#do({
      kind: 'withdraw',
      id: kept.id,
      reason: 'Its author asked for it to be taken down.',
    });
    if (answer === 'killed' || !answer.ok) throw new Error(`${kept.id} could not be withdrawn`);
    this.#gone(kept);
  }

  #gone(kept: Kept): void {
    this.#kept.delete(kept.marker);
    this.#withdrawn.set(kept.marker, kept);
    this.#edited.delete(`articles/${kept.id}.mdx`);
    this.#findNowhere(kept.marker, [this.#folders.content, this.#folders.cache]);
  }

  #findNowhere(marker: string, folders: readonly string[]): void {
    for (const folder of folders) {
      for (const file of filesBelow(folder).files) {
        if (readFileSync(path.join(folder, file)).includes(marker)) {
          throw new Error(
            `${marker} was withdrawn and stands in ${file} of ${path.basename(folder)}`,
          );
        }
      }
    }
  }

  async #build(): Promise<void> {
    const answer = await this.#do({ kind: 'build', cold: this.#next() < 0.2 });
    if (answer !== 'killed' && answer.ok) this.#lookAtSite();
    else if (this.#edited.size === 0) throw new Error('a build failed');
  }

  #lookAtSite(): void {
    const { out } = this.#folders;
    for (const { id } of this.#kept.values()) {
      if (!existsSync(path.join(out, `articles/${id}.html`)))
        throw new Error(`${id} is not in the site`);
    }
    for (const { marker } of this.#withdrawn.values())
      this.#findNowhere(marker, [path.dirname(out)]);
  }

  /** Kills a command at a random change of the disk, and has the next one put it right. */
  async #kill(): Promise<void> {
    const kind = this.#pick(['add', 'withdraw', 'seal', 'build'] as const);
    const at = Math.floor(this.#next() * ((lengths.get(kind) ?? 20) + 1));
    count(`kill of ${kind}`);
    if (kind === 'add') {
      const { file, marker } = this.#newText();
      const answer = await this.#do({ kind, file }, hands[0], at);
      await this.#heal();
      if (answer !== 'killed' && answer.ok) this.#enter(marker);
      else if (this.#found(marker).length > 0) this.#enter(marker);
    } else if (kind === 'withdraw') {
      const kept = this.#pick([...this.#kept.values()]);
      const reason = 'Its author asked for it to be taken down.';
      await this.#do({ kind, id: kept.id, reason }, hands[0], at);
      await this.#heal();
      if (this.#found(kept.marker).length === 0) this.#gone(kept);
    } else if (kind === 'seal') {
      await this.#edit();
      await this.#do({ kind }, hands[0], at);
      await this.#heal();
    } else {
      await this.#do({ kind }, hands[0], at);
      await this.#build();
    }
  }

  /** Two commands at the same time, in two processes. */
  async #together(): Promise<void> {
    const [one, other] = [this.#newText(), this.#newText()];
    const kept = this.#pick([...this.#kept.values()]);
    const reason = 'Its author asked for it to be taken down.';
    const which = this.#pick([
      'add add',
      'add withdraw',
      'build withdraw',
      'build add',
      'seal add',
    ]);
    count(`at once: ${which}`);
    const orders: Record<'add' | 'withdraw' | 'build' | 'seal', Task> = {
      add: { kind: 'add', file: one.file },
      withdraw: { kind: 'withdraw', id: kept.id, reason },
      build: { kind: 'build' },
      seal: { kind: 'seal' },
    };
    const [first, second] = which.split(' ') as ['add' | 'build' | 'seal', 'add' | 'withdraw'];
    if (first === 'seal') await this.#edit();
    const secondOrder =
      which === 'add add' ? { kind: 'add' as const, file: other.file } : orders[second];
    const answers = await Promise.all([this.#do(orders[first]), this.#do(secondOrder, hands[1])]);
    const isDone = (at: number) => {
      const answer = answers[at];
      return answer !== undefined && answer !== 'killed' && answer.ok;
    };
    if (first === 'seal') this.#edited.clear();
    for (const [at, marker] of [
      [which.startsWith('add') ? 0 : 1, one.marker],
      [1, other.marker],
    ] as const) {
      const isAdd = at === 0 ? first === 'add' : second === 'add';
      const isThis = which === 'add add' ? true : marker === one.marker;
      if (!isAdd || !isThis) continue;
      if (isDone(at)) this.#enter(marker);
      else if (this.#edited.size === 0)
        throw new Error(`${marker} was not added, beside another command`);
    }
    if (second === 'withdraw') {
      if (!isDone(1)) throw new Error(`${kept.id} could not be withdrawn beside another command`);
      this.#gone(kept);
    }
  }

  /** A build that began before something else, and ends after it. */
  async #overtake(): Promise<void> {
    const began = await this.#do({ kind: 'begin build' });
    const kept = this.#pick([...this.#kept.values()]);
    const reason = 'Its author asked for it to be taken down.';
    const answer = await this.#do({ kind: 'withdraw', id: kept.id, reason }, hands[1]);
    if (answer === 'killed' || !answer.ok) throw new Error(`${kept.id} could not be withdrawn`);
    this.#gone(kept);
    if (this.#next() < 0.5) {
      await this.#do({ kind: 'build' }, hands[1]);
      this.#lookAtSite();
    }
    const ended = await this.#do({ kind: 'end build' });
    if (began !== 'killed' && began.ok && ended !== 'killed' && ended.ok)
      throw new Error('a build that was overtaken was published');
    this.#findNowhere(kept.marker, [this.#folders.cache]);
    await this.#build();
  }

  /** The archive again from its site, if that is of now. */
  async #restore(): Promise<void> {
    await this.#heal();
    await this.#build();
    const to = path.join(this.#base, `restored-${++this.#texts}`);
    const answer = await this.#do({ kind: 'restore', site: this.#folders.out, to });
    if (answer === 'killed' || !answer.ok) throw new Error('the site cannot be restored from');
    const { content } = this.#folders;
    for (const file of filesBelow(content).files.filter((name) => !name.startsWith('.'))) {
      if (
        !existsSync(path.join(to, file)) ||
        !readFileSync(path.join(to, file)).equals(readFileSync(path.join(content, file)))
      ) {
        throw new Error(`${file} is not restored as it was`);
      }
    }
    rmSync(to, { recursive: true, force: true });
  }

  /** Two people change copies of the archive, and git merges them. */
  async #merge(): Promise<void> {
    await this.#heal();
    const { content } = this.#folders;
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: content,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    if (!existsSync(path.join(content, '.git'))) git('init', '-q', '-b', 'main', '.');
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'now');
    const mine = `other${++this.#texts}`;
    git('checkout', '-q', '-b', mine);
    await this.#add();
    git('add', '-A');
    git('commit', '-q', '-m', 'theirs');
    git('checkout', '-q', 'main');
    const others = [...this.#kept.values()].filter(({ id }) =>
      existsSync(path.join(content, `articles/${id}.mdx`)),
    );
    const kept = this.#pick(others);
    if (this.#next() < 0.5 || kept === undefined) {
      const { file, marker } = this.#newText();
      const answer = await this.#do({ kind: 'add', file });
      if (answer !== 'killed' && answer.ok) this.#enter(marker);
    } else {
      const reason = 'Its author asked for it to be taken down.';
      await this.#do({ kind: 'withdraw', id: kept.id, reason });
      this.#kept.delete(kept.marker);
      this.#withdrawn.set(kept.marker, kept);
    }
    git('add', '-A');
    git('commit', '-q', '-m', 'ours');
    git('merge', '-q', '-m', 'both', mine);
    rmSync(path.join(content, '.git'), { recursive: true, force: true });
  }

  /** The archive verifies, or every problem says what to do. */
  async #look(): Promise<void> {
    const answer = await this.#do({ kind: 'check' });
    if (answer === 'killed') throw new Error('the check was killed');
    if (answer.ok || this.#edited.size > 0) return;
    if (!/What to do: \S/.test(answer.said))
      throw new Error(`no word of what is to be done: ${answer.said}`);
    await this.#heal();
  }

  /** What a keeper does who is told of an interruption or an unsealed edit. */
  async #heal(): Promise<void> {
    const told = await this.#do({ kind: 'check' });
    await this.#do({ kind: 'finish' });
    if (told !== 'killed' && !told.ok && told.said.includes('npm run repair')) {
      count('told to repair');
      await this.#do({ kind: 'repair' });
    }
    await this.#do({ kind: 'seal' });
    this.#edited.clear();
    const answer = await this.#do({ kind: 'check' });
    if (answer === 'killed' || !answer.ok)
      throw new Error(`does not heal: ${answer === 'killed' ? '' : answer.said}`);
  }

  /** Nothing is lost, and nothing withdrawn is anywhere. */
  async #end(): Promise<void> {
    await this.#build();
    for (const { id, marker } of this.#kept.values()) {
      const entry = path.join(this.#folders.content, `articles/${id}.mdx`);
      if (!existsSync(entry) || !readFileSync(entry, 'utf8').includes(marker))
        throw new Error(`${marker} is lost`);
    }
    for (const { marker } of this.#withdrawn.values()) {
      const { content, cache, out } = this.#folders;
      this.#findNowhere(marker, [content, cache, path.dirname(out)]);
    }
    const left = readdirSync(this.#folders.content).filter(
      (name) => name.startsWith('.') && !['.gitattributes', '.archive-lock'].includes(name),
    );
    if (left.some((name) => !name.startsWith('.archive-lock')))
      throw new Error(`left behind: ${left.join(', ')}`);
  }
}

for (let number = from; number < from + sequences; number++) {
  const what = await new Sequence(number).run();
  if (what !== undefined) {
    wrong.push(what);
    console.error(`WRONG: ${what}`);
  }
  if (process.env['CI'] === undefined && number % 20 === 19)
    console.error(`${number + 1 - from}/${sequences}: ${wrong.length} wrong`);
  if (wrong.length >= 10) break;
}
for (const hand of hands) hand.stop();
if (process.env['CI'] === undefined) {
  for (const [kind, ms] of spent)
    console.error(`${kind}: ${Math.round(ms / (counts.get(kind) ?? 1))} ms each`);
}

report(
  'sequences',
  {
    title: '13. Sequences of commands',
    command: 'npm run check:sequences',
    figures: [
      ['Random sequences, each of three to eight steps and a look after each', String(sequences)],
      [
        'Sequences after which a text was lost, a withdrawn one was found, or nothing healed',
        String(wrong.length),
      ],
      ...[...counts].sort().map(([what, times]) => [`Of it: ${what}`, String(times)] as const),
    ],
    limits: [
      `Seed ${seed}. Sites are stand-ins that hold every text and no template; caches, links, locks and the swap are real.`,
    ],
  },
  wrong,
);
process.exit();
