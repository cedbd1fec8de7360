import { button } from '../cite/elements.ts';
import { type Kept, keptAddress } from './list.ts';

/** What a reader can do with a row of the list. */
export interface RowActions {
  readonly move: (at: number, by: -1 | 1) => void;
  readonly remove: (at: number) => void;
  /** Called at every key, and once more when the reader is done. */
  readonly note: (at: number, note: string, isDone: boolean) => void;
}

/** Draws one thing that is kept: the link, the reader's note, and buttons to move and remove it. */
export function drawRow(
  kept: Kept,
  { at, count, root }: { at: number; count: number; root: URL },
  { move, remove, note }: RowActions,
): HTMLElement {
  const row = document.createElement('li');
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  link.href = new URL(keptAddress(kept), root).href;
  link.textContent = kept.kind === 'search' ? `Search: ${kept.title}` : kept.title;
  link.dir = 'auto';
  heading.append(link);
  const credit = document.createElement('p');
  credit.className = 'meta';
  credit.textContent = kept.credit;
  const field = document.createElement('textarea');
  field.value = kept.note;
  field.rows = 2;
  field.setAttribute('aria-label', `Your note on “${kept.title}”`);
  field.placeholder = 'Your note';
  field.className = 'unprinted';
  const [address, words] = [link.href, kept.note].map((text) => {
    const line = document.createElement('p');
    line.className = 'on-paper';
    line.textContent = text;
    return line;
  });
  for (const type of ['input', 'change']) {
    field.addEventListener(type, () => {
      if (words) words.textContent = field.value;
      note(at, field.value, type === 'change');
    });
  }
  const buttons = document.createElement('p');
  buttons.className = 'unprinted';
  const [up, down] = ([-1, 1] as const).map((by) => {
    const words = by < 0 ? 'Up' : 'Down';
    const element = button(words, `Move “${kept.title}” ${words.toLowerCase()}`, () =>
      move(at, by),
    );
    element.dataset['by'] = String(by);
    return element;
  });
  if (up) up.disabled = at === 0;
  if (down) down.disabled = at === count - 1;
  if (up && down) buttons.append(up, ' ', down, ' ');
  buttons.append(button('Remove', `Remove “${kept.title}”`, () => remove(at)));
  row.append(
    heading,
    credit,
    ...[address, words].filter((line) => line !== undefined),
    field,
    buttons,
  );
  return row;
}
