import type { SearchClient } from './client.ts';
import type { Suggestion } from './protocol.ts';
import { element } from './view/element.ts';

/** Pause in typing after which suggestions are asked for, in milliseconds. */
const PAUSE = 120;

/**
 * Suggests names and headlines under a search field, which stays a search box: arrow keys choose,
 * Enter follows, Escape closes.
 */
export function attachSuggestions(field: HTMLInputElement, client: SearchClient, site: URL): void {
  const list = element('ul', {
    role: 'listbox',
    class: 'suggestions',
    id: 'suggestions',
    'aria-label': 'Suggestions',
  });
  list.hidden = true;
  field.form?.classList.add('has-suggestions');
  field.form?.append(list);
  for (const [name, value] of Object.entries({
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
  })) {
    field.setAttribute(name, value);
  }
  let shown: readonly Suggestion[] = [];
  let chosen = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const choose = (at: number) => {
    chosen = at;
    for (const [index, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(index === at));
    }
    if (at < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', `suggestion-${at}`);
  };
  const show = (suggestions: readonly Suggestion[]) => {
    shown = suggestions;
    list.replaceChildren(
      ...suggestions.map(({ text, is }, at) =>
        element(
          'li',
          { role: 'option', id: `suggestion-${at}`, 'aria-selected': 'false' },
          element('span', {}, text),
          element('small', {}, is),
        ),
      ),
    );
    list.hidden = suggestions.length === 0;
    choose(-1);
  };
  const follow = (suggestion: Suggestion | undefined) => {
    if (suggestion === undefined) return;
    show([]);
    if (suggestion.address !== undefined) {
      location.assign(new URL(suggestion.address.slice(1), site));
      return;
    }
    field.value = suggestion.text;
    field.form?.requestSubmit();
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    const typed = field.value.trim();
    if (typed.length < 2) {
      show([]);
      return;
    }
    timer = setTimeout(async () => {
      const suggestions = await client.ask<'suggest'>({ kind: 'suggest', typed }).catch(() => []);
      if (field.value.trim() === typed && document.activeElement === field) show(suggestions);
    }, PAUSE);
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') choose((chosen + 1) % shown.length);
    else if (event.key === 'ArrowUp') choose(chosen <= 0 ? shown.length - 1 : chosen - 1);
    else if (event.key === 'Escape') show([]);
    else if (event.key === 'Enter' && chosen >= 0) follow(shown[chosen]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  field.form?.addEventListener('submit', () => {
    clearTimeout(timer);
    show([]);
  });
  field.addEventListener('blur', () => setTimeout(() => show([]), 150));
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = (event.target as Element).closest('li');
    if (item) follow(shown[[...list.children].indexOf(item)]);
  });
}
