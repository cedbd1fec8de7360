import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { write, writeRecord, writeSettings } from '../../site/write-archive.ts';

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Story {
  readonly id: string;
  fields: Record<string, unknown>;
  body: string;
  withdrawn?: boolean;
}

const DATES = [
  '1998-03-04',
  '1998-03',
  '1998~',
  '2001-12-24?',
  '199X',
  '2004-07/2004-08',
  '2006-11-30',
];
const WORDS =
  'harbour crane tide ledger gauge ferry mill council storm market bridge lamp rope grain signal'.split(
    ' ',
  );
const LANGUAGES = [undefined, undefined, undefined, 'de', 'be', 'ar'];
const ACCESS = [undefined, undefined, undefined, undefined, 'excerpt', 'metadata'];

/** A small archive that changes at random, and stays one that can be built. */
export class RandomArchive {
  readonly #content: string;
  readonly #next: () => number;
  readonly #stories = new Map<string, Story>();
  readonly #records = {
    people: new Map<string, { name: string; variants?: { spelling: string }[] }>(),
    places: new Map<string, { name: string; kind: string; description?: string }>(),
    outlets: new Map<string, { name: string; code: string }>(),
    sources: new Map<string, { name: string; kind: string }>(),
    topics: new Map<string, { name: string }>(),
  };
  #number = 0;

  constructor(content: string, next: () => number) {
    this.#content = content;
    this.#next = next;
    writeSettings(content);
    for (const kind of ['people', 'places', 'outlets', 'sources', 'topics'] as const) {
      for (let count = 0; count < 4; count++) this.#addRecord(kind);
    }
    for (let count = 0; count < 6; count++) this.#add();
  }

  /** Makes one change. @returns what it was, in words */
  change(): string {
    const changes: (() => string)[] = [
      () => this.#add(),
      () => this.#add(),
      () => this.#reprint(),
      () => this.#edit('title', this.#sentence(4)),
      () => this.#edit('date', this.#pick(DATES)),
      () => this.#edit('people', this.#some('people')),
      () => this.#edit('places', this.#some('places')),
      () => this.#edit('topics', this.#some('topics')),
      () => this.#edit('outlet', this.#one('outlets')),
      () => this.#edit('source', [this.#one('sources')]),
      () => this.#edit('language', this.#pick(LANGUAGES)),
      () => this.#edit('access', this.#pick(ACCESS)),
      () => this.#edit('byline', `By ${this.#sentence(2)}`),
      () => this.#edit('aliases', [`/old/${++this.#number}.html`]),
      () => this.#edit('corrections', [{ date: '2020-01-02', text: 'A name was wrong here.' }]),
      () => this.#rewrite(),
      () => this.#remove(),
      () => this.#withdraw(),
      () => this.#rename('people'),
      () => this.#rename('places'),
      () => this.#rename('outlets'),
      () => this.#rename('topics'),
      () => this.#addRecord(this.#pick(['people', 'places', 'topics'] as const)),
      () => this.#spell(),
      () => this.#settings(),
      () => this.#dossier(),
    ];
    return this.#pick(changes)();
  }

  #pick<Value>(list: readonly Value[]): Value {
    return list[Math.floor(this.#next() * list.length)] as Value;
  }

  #sentence(words: number): string {
    const text = Array.from({ length: words }, () => this.#pick(WORDS)).join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  #one(kind: keyof RandomArchive['records']): string {
    return this.#pick([...this.records[kind].keys()]);
  }

  #some(kind: 'people' | 'places' | 'topics'): string[] {
    return [...this.#records[kind].keys()].filter(() => this.#next() < 0.45);
  }

  /** Records by kind and id. */
  get records() {
    return this.#records;
  }

  #story(): Story {
    return this.#pick([...this.#stories.values()].filter(({ withdrawn }) => !withdrawn));
  }

  #text(people: readonly string[], places: readonly string[]): string {
    const names = [
      ...people.map((id) => this.#records.people.get(id)?.name),
      ...places.map((id) => this.#records.places.get(id)?.name),
    ];
    const paragraphs = Array.from({ length: 2 + Math.floor(this.#next() * 3) }, () => {
      const name = this.#pick([...names, undefined]);
      return `${this.#sentence(9)}${name === undefined ? '' : `, said ${name} on that day`}.`;
    });
    return paragraphs.join('\n\n');
  }

  #add(body?: string): string {
    const [people, places] = [this.#some('people'), this.#some('places')];
    const id = `${1998 + (++this.#number % 7)}/story-${this.#number}`;
    const language = this.#pick(LANGUAGES);
    const story: Story = {
      id,
      fields: {
        title: this.#sentence(5),
        date: this.#pick(DATES),
        outlet: this.#one('outlets'),
        source: [this.#one('sources')],
        people,
        places,
        topics: this.#some('topics'),
        ...(language !== undefined && { language }),
      },
      body: body ?? this.#text(people, places),
    };
    this.#stories.set(id, story);
    this.#write(story);
    return `added ${id}`;
  }

  /** The same story in another outlet. */
  #reprint(): string {
    const { id, body } = this.#story();
    return `${this.#add(`${body}\n\n${this.#sentence(7)}.`)} as a reprint of ${id}`;
  }

  #edit(field: string, value: unknown): string {
    const story = this.#story();
    if (value === undefined) delete story.fields[field];
    else story.fields[field] = value;
    this.#write(story);
    return `${field} of ${story.id}: ${JSON.stringify(value)}`;
  }

  #rewrite(): string {
    const story = this.#story();
    const { people, places } = story.fields as { people: string[]; places: string[] };
    story.body = this.#text(people, places);
    this.#write(story);
    return `another text of ${story.id}`;
  }

  #remove(): string {
    if (this.#stories.size < 5) return this.#add();
    const { id } = this.#story();
    this.#stories.delete(id);
    for (const file of [`articles/${id}.mdx`, `captures/${id}.txt`]) {
      rmSync(path.join(this.#content, file));
    }
    return `removed ${id}`;
  }

  #withdraw(): string {
    if (this.#stories.size < 5) return this.#add();
    const story = this.#story();
    story.withdrawn = true;
    const { outlet, source, date } = story.fields;
    const file = `captures/${story.id}.txt`;
    const sha256 = hashOf(readFileSync(path.join(this.#content, file)));
    rmSync(path.join(this.#content, file));
    const data = {
      ...{ title: 'Withdrawn article', date, outlet, source, people: [], places: [] },
      capture: { file, sha256 },
      access: 'withdrawn',
      withdrawn: { date: '2020-01-02', reason: 'Its author asked for it to be taken down.' },
    };
    write(this.#content, `articles/${story.id}.mdx`, `---\n${stringify(data)}---\n`);
    return `withdrew ${story.id}`;
  }

  #addRecord(kind: keyof RandomArchive['records']): string {
    const number = ++this.#number;
    const [id, name] = [`${kind}-${number}`, `${this.#sentence(1)} ${kind.slice(0, 3)}${number}`];
    const data = {
      people: { name },
      places: { name, kind: 'town' },
      outlets: { name, code: `O${number}` },
      sources: { name, kind: 'newspaper' },
      topics: { name },
    }[kind];
    (this.#records[kind] as Map<string, unknown>).set(id, data);
    writeRecord(this.#content, kind, id, data);
    return `added ${kind}/${id}`;
  }

  #rename(kind: 'people' | 'places' | 'outlets' | 'topics'): string {
    const id = this.#one(kind);
    const data = this.#records[kind].get(id);
    if (data === undefined) return 'nothing';
    data.name = `${this.#sentence(1)} renamed${++this.#number}`;
    writeRecord(this.#content, kind, id, data);
    return `renamed ${kind}/${id}`;
  }

  /** A further spelling of a person. */
  #spell(): string {
    const id = this.#one('people');
    const data = this.#records.people.get(id);
    if (data === undefined) return 'nothing';
    data.variants = [{ spelling: `Spelled ${++this.#number}` }];
    writeRecord(this.#content, 'people', id, data);
    return `another spelling of people/${id}`;
  }

  #settings(): string {
    const cards = this.#pick(['none', 'none', 'outlets', 'articles']);
    writeSettings(this.#content, { title: `The ${this.#sentence(2)} papers`, cards });
    return `archive.yml with cards: ${cards}`;
  }

  #dossier(): string {
    const { id } = this.#story();
    const data = {
      ...{ title: this.#sentence(3), description: `${this.#sentence(6)}.` },
      ...{ author: 'Nobody', date: '2020-01-02' },
    };
    const text = `${this.#sentence(8)}.\n\n<Card article="${id}" />\n`;
    // The articles of a dossier can't go; this one is written again before that happens.
    write(this.#content, 'dossiers/guide.mdx', `---\n${stringify(data)}---\n\n${text}`);
    this.#guided = id;
    return `a dossier on ${id}`;
  }
  #guided: string | undefined;

  /** Has the dossier go where its article went. @returns whether it did */
  tidy(): boolean {
    const story = this.#guided === undefined ? undefined : this.#stories.get(this.#guided);
    if (this.#guided === undefined || (story !== undefined && !story.withdrawn)) return false;
    rmSync(path.join(this.#content, 'dossiers/guide.mdx'), { force: true });
    this.#guided = undefined;
    return true;
  }

  #write({ id, fields, body }: Story): void {
    const capture = `${fields['title']}\n\n${body}\n`;
    const file = `captures/${id}.txt`;
    write(this.#content, file, capture);
    const data = { ...fields, capture: { file, sha256: hashOf(capture) } };
    write(this.#content, `articles/${id}.mdx`, `---\n${stringify(data)}---\n\n${body}\n`);
  }
}

function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
