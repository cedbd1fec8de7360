// The one script of every page; it must stay under 1 kB and load the rest when that is used.

const { dataset } = document.documentElement;
const find = (selector: string) => document.querySelector<HTMLElement>(selector);

try {
  // As browser/reading/store.ts keeps it; before anything else, so that the page is painted as chosen.
  Object.assign(dataset, JSON.parse(localStorage['pressmark-reading']));
} catch {
  // Nothing is chosen, or the browser lets nothing be stored.
}

const panel = find('[data-search]');
if (panel) void import('./search/panel.ts').then((search) => search.openSearch(panel));
else {
  const query = new URLSearchParams(location.search).get('q');
  if (query) void import('./search/marks.ts').then((marks) => marks.openMarks(query));
}

const list = find('[data-my-list]');
if (list) void import('./my-list/my-list.ts').then((mine) => mine.openMyList(list));

const read = (key?: string) => import('./reading/reading.ts').then((reading) => reading.read(key));
if (dataset['recent'] || find('[data-reading]')) void read();

addEventListener(
  'toggle',
  (event) => {
    const target = event.target as HTMLElement;
    const { dataset: box } = target;
    if ('cite' in box || box['verify'])
      void import('./boxes.ts').then((all) => all.openBox(target));
  },
  true,
);

/** A key of browser/reading/shortcuts.ts where nobody writes, or a click on what opens their sheet. */
const act = (event: Partial<KeyboardEvent> & Event) => {
  const { key, target } = event;
  const isWithin = (selector: string) => (target as Element).closest(selector);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isAsked = key
    ? !dataset['keys'] && /^[/?chjknptu]$/.test(key) && !isWithin('input,textarea,select')
    : isWithin('[data-sheet]');
  if (!isAsked) return;
  event.preventDefault();
  // At once, and not when a script has come: what is typed after it belongs into the field.
  if (key === '/') (find('main [name=q]') || find('[name=q]'))?.focus();
  else void read(key || '?');
};
addEventListener('keydown', act);
addEventListener('click', act);
