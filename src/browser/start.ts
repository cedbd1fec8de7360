// The one script of every page; it must stay under 1 kB and load the rest when that is used.

const panel = document.querySelector<HTMLElement>('[data-search]');
if (panel) void import('./search/panel.ts').then(({ openSearch }) => openSearch(panel));
else {
  const query = new URLSearchParams(location.search).get('q');
  if (query) void import('./search/marks.ts').then(({ openMarks }) => openMarks(query));
}

const list = document.querySelector<HTMLElement>('[data-my-list]');
if (list) void import('./my-list/my-list.ts').then(({ openMyList }) => openMyList(list));

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const { cite, verify } = target.dataset;
    if (cite !== undefined)
      void import('./cite/cite-box.ts').then(({ openCite }) => openCite(target));
    if (verify) void import('./verify/verify-box.ts').then(({ openVerify }) => openVerify(target));
  },
  true,
);

document.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof HTMLElement && target.closest('input, textarea, select')) return;
  const field = document.querySelector<HTMLInputElement>('main input[name=q], input[name=q]');
  if (!field) return;
  event.preventDefault();
  field.focus();
});
