import { countWords } from '../../model/lists/count-words.ts';
import { button, download, say, siteRoot, status } from '../cite/elements.ts';
import {
  joinReferences,
  listCsv,
  REFERENCE_TYPES,
  type ReferenceFormat,
  withReaderNote,
} from './exports.ts';
import { formatList, isSame, type Kept, moved, parseList, withKept, withNote } from './list.ts';
import { drawRow } from './row.ts';
import { onListChange, readList, writeList } from './store.ts';

/** Brings the page of the reader's list to life. */
export function openMyList(place: HTMLElement): void {
  new MyListPage(place).open();
}

class MyListPage {
  readonly #place: HTMLElement;
  readonly #live = status();
  readonly #rows = document.createElement('ol');
  readonly #root = siteRoot();
  #list = readList();

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#rows.className = 'kept';
    this.#live.classList.add('unprinted');
  }

  open(): void {
    this.#place.replaceChildren(this.#live, this.#rows, this.#tools());
    this.#draw();
    say(this.#live, countWords(this.#list.length, 'entry', 'entries'));
    onListChange(() => this.#catchUp());
  }

  /** Takes over what another tab did, without taking the reader's place in a field away. */
  #catchUp(): void {
    const list = readList();
    if (formatList(list) === formatList(this.#list)) return;
    const fields = () => [...this.#rows.querySelectorAll('textarea')];
    const [at, field] =
      [...fields().entries()].find(([, one]) => one === document.activeElement) ?? [];
    const kept = this.#list[at ?? -1];
    const [start = 0, end = 0] = [field?.selectionStart, field?.selectionEnd];
    this.#list = list;
    this.#draw();
    const now = kept === undefined ? -1 : list.findIndex((other) => isSame(other, kept));
    fields()[now]?.focus();
    fields()[now]?.setSelectionRange(start, end);
  }

  #draw(): void {
    const count = this.#list.length;
    const actions = {
      move: (at: number, by: -1 | 1) => this.#move(at, by),
      remove: (at: number) => this.#remove(at),
      note: (at: number, note: string, isDone: boolean) =>
        this.#change(withNote(this.#list, at, note), isDone ? 'Note kept.' : undefined),
    };
    this.#rows.replaceChildren(
      ...this.#list.map((kept, at) => drawRow(kept, { at, count, root: this.#root }, actions)),
    );
  }

  #change(list: readonly Kept[], words: string | undefined): void {
    this.#list = list;
    const said = writeList(list) ? words : 'The browser does not let anything be kept here.';
    if (said !== undefined) say(this.#live, said);
  }

  #move(at: number, by: -1 | 1): void {
    this.#change(
      moved(this.#list, at, by),
      `Moved to place ${at + by + 1} of ${this.#list.length}.`,
    );
    this.#draw();
    const row = this.#rows.children[at + by];
    const same = row?.querySelector<HTMLButtonElement>(`[data-by="${by}"]`);
    const other = row?.querySelector<HTMLButtonElement>(`[data-by="${-by}"]`);
    (same?.disabled ? other : same)?.focus();
  }

  #remove(at: number): void {
    const title = this.#list[at]?.title ?? '';
    this.#change(
      this.#list.filter((_, index) => index !== at),
      `Removed “${title}”.`,
    );
    this.#draw();
    const next = this.#rows.children[Math.min(at, this.#list.length - 1)];
    (
      next?.querySelector<HTMLElement>('a') ?? this.#place.querySelector<HTMLElement>('button')
    )?.focus();
  }

  #tools(): HTMLElement {
    const tools = document.createElement('p');
    tools.className = 'unprinted tools';
    const file = document.createElement('input');
    file.type = 'file';
    file.accept = '.json';
    file.hidden = true;
    file.addEventListener('change', () => void this.#import(file));
    const buttons = [
      button('RIS', 'Download as RIS', () => this.#references('ris')),
      button('BibLaTeX', 'Download as BibLaTeX', () => this.#references('bib')),
      button('CSL-JSON', 'Download as CSL-JSON', () => this.#references('json')),
      button('CSV', 'Download as CSV', () =>
        download('my-list.csv', 'text/csv', listCsv(this.#list, this.#root)),
      ),
      button('Print', 'Print the reading list', () => print()),
      button('Copy of the list', 'Copy of the list, to keep or import elsewhere', () =>
        download('my-list.json', 'application/json', formatList(this.#list)),
      ),
      button('Import', 'Import a copy of a list', () => file.click()),
    ];
    tools.append(...buttons.flatMap((element) => [element, ' ']), file);
    return tools;
  }

  async #references(format: ReferenceFormat): Promise<void> {
    const articles = this.#list.filter(({ kind }) => kind === 'article');
    const searches = this.#list.length - articles.length;
    if (articles.length === 0) {
      say(this.#live, 'There is no article on the list, so there is nothing to download.');
      return;
    }
    say(this.#live, 'Collecting the references…');
    const texts = await Promise.all(
      articles.map(async ({ id, note }) => {
        const address = new URL(`articles/${id}.${format}`, this.#root);
        const response = await fetch(address).catch(() => undefined);
        return response?.ok ? withReaderNote(await response.text(), format, note) : undefined;
      }),
    );
    const found = texts.filter((text) => text !== undefined);
    const lost = articles.length - found.length;
    download(`my-list.${format}`, REFERENCE_TYPES[format], joinReferences(found, format));
    const said = [
      `${countWords(found.length, 'reference')} downloaded.`,
      ...(lost > 0 ? [`${lost} could not be loaded.`] : []),
      ...(searches > 0 ? ['Searches have no reference; CSV has them.'] : []),
    ];
    say(this.#live, said.join(' '));
  }

  async #import(field: HTMLInputElement): Promise<void> {
    const [file] = field.files ?? [];
    if (file === undefined) return;
    const read = parseList(await file.text());
    field.value = '';
    if (read === undefined) {
      say(this.#live, `${file.name} is not a copy of a list. Nothing was changed.`);
      return;
    }
    const before = this.#list.length;
    const list = read.list.reduce(withKept, this.#list);
    const skipped = read.skipped > 0 ? ` ${read.skipped} were not understood.` : '';
    this.#change(list, `${list.length - before} added.${skipped}`);
    this.#draw();
  }
}
