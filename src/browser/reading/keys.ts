import { siteRoot } from '../cite/elements.ts';

const LIST = 'main :is(.entry h3, .entry h2, .lines li, .kept li) > a, main .lead h3 > a';

/** Does what a key stands for, where the page has it. */
export function press(key: string): void {
  if (document.querySelector('dialog[open]') && key !== '?') return;
  if (key === '?') void import('./sheet.ts').then(({ openSheet }) => openSheet());
  else if (key === '/') focus('main input[name=q]', 'input[name=q]');
  else if (key === 'n') follow('a[rel=next]');
  else if (key === 'p') follow('a[rel=prev]');
  else if (key === 'u')
    follow(
      '[aria-label=Breadcrumbs] a:last-of-type',
      '.unitways span a:last-of-type',
      '.hero .label a',
    );
  else if (key === 'c') unfold();
  else if (key === 'h') location.assign(new URL('index.html', siteRoot()));
  else if (key === 't') location.assign(new URL('timeline.html', siteRoot()));
  else if (key === 'j') walk(1);
  else if (key === 'k') walk(-1);
}

function find(selectors: readonly string[]): HTMLElement | undefined {
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found?.checkVisibility()) return found;
  }
  return undefined;
}

function focus(...selectors: readonly string[]): void {
  const found = find(selectors);
  if (found) found.focus();
  else location.assign(new URL('search.html', siteRoot()));
}

function follow(...selectors: readonly string[]): void {
  find(selectors)?.click();
}

function unfold(): void {
  const box = document.querySelector<HTMLDetailsElement>('details.cite');
  if (box === null) return;
  box.open = true;
  box.querySelector('summary')?.focus();
}

function walk(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>(LIST)];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step]?.focus();
}
