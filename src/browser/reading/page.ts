import { button, siteRoot } from '../cite/elements.ts';
import { make } from './make.ts';
import { clearRecent, readRecent } from './recent.ts';
import { settingsForm } from './settings.ts';
import { readChoices } from './store.ts';
import { adoptStyles } from './styles.ts';

/** Fills the page of reading settings: the form, and what was opened on this device. */
export function openReading(place: HTMLElement): void {
  adoptStyles();
  const recent = make('div', {});
  const draw = () => recent.replaceChildren(...recentPart(draw));
  document.addEventListener('pressmark:reading', () => {
    if (readChoices().recent === undefined) clearRecent();
    draw();
  });
  addEventListener('pageshow', draw);
  draw();
  place.replaceChildren(settingsForm(), recent);
}

function recentPart(draw: () => void): HTMLElement[] {
  const heading = make('h2', { id: 'recent', tabindex: '-1' }, 'Read on this device');
  if (readChoices().recent === undefined) {
    return [heading, make('p', {}, 'No list is kept. It begins when you switch it on above.')];
  }
  const list = readRecent();
  if (list.length === 0) return [heading, make('p', {}, 'Nothing yet.')];
  const items = list.map(({ address, title, language }) => {
    const href = new URL(address, siteRoot()).href;
    return make('li', {}, make('a', { href, lang: language }, title));
  });
  const clear = button('Clear the list', 'Clear the list', () => {
    clearRecent();
    draw();
    document.querySelector<HTMLElement>('#recent')?.focus();
  });
  return [heading, make('ul', {}, ...items), clear];
}
