import { say, status } from '../cite/elements.ts';
import { CHOICES } from './choices.ts';
import { make } from './make.ts';
import { choose, readChoices } from './store.ts';

/** The form in which a reader chooses; what is chosen shows at once. */
export function settingsForm(): HTMLElement {
  const live = status();
  const chosen = readChoices();
  const groups = CHOICES.map(({ name, label, options }) => {
    const current = chosen[name] ?? '';
    const radios = Object.entries(options).map(([value, words]) => {
      const input = make('input', { type: 'radio', name, value });
      input.checked = value === current;
      input.addEventListener('change', () => {
        const isStored = choose(name, value);
        say(
          live,
          isStored ? `${label}: ${words}.` : 'The browser does not let this be remembered.',
        );
        document.dispatchEvent(new Event('pressmark:reading'));
      });
      return make('label', {}, input, ` ${words}`);
    });
    return make('fieldset', {}, make('legend', { class: 'label' }, label), ...radios);
  });
  return make('form', { class: 'choices', 'aria-label': 'Reading settings' }, ...groups, live);
}
