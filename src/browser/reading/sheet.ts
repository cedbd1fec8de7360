import { button } from '../cite/elements.ts';
import { make } from './make.ts';
import { settingsForm } from './settings.ts';
import { SHORTCUTS } from './shortcuts.ts';
import { adoptStyles } from './styles.ts';

let sheet: HTMLDialogElement | undefined;

/** Opens the sheet with settings and shortcuts over the page, or closes it where it is open. */
export function openSheet(): void {
  adoptStyles();
  if (sheet?.open) {
    sheet.close();
    return;
  }
  sheet?.remove();
  sheet = makeSheet();
  document.body.append(sheet);
  sheet.showModal();
}

function makeSheet(): HTMLDialogElement {
  const close = button('Close', 'Close', () => made.close());
  const keys = SHORTCUTS.flatMap(({ key, does }) => [
    make('dt', {}, make('kbd', {}, key)),
    make('dd', {}, does),
  ]);
  const made = make(
    'dialog',
    { class: 'sheet', 'aria-labelledby': 'sheet' },
    make('header', {}, make('h2', { id: 'sheet' }, 'Reading'), close),
    settingsForm(),
    make('h3', { class: 'label' }, 'Shortcuts'),
    make('dl', {}, ...keys),
  );
  return made;
}
