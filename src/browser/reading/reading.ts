import { press } from './keys.ts';

/**
 * Does what the start script asks for: a key that was pressed, or, without one, what the page itself
 * has to begin with.
 */
export function read(key?: string): void {
  if (key !== undefined) {
    press(key);
    return;
  }
  const place = document.querySelector<HTMLElement>('[data-reading]');
  if (place) void import('./page.ts').then(({ openReading }) => openReading(place));
  else void import('./recent.ts').then(({ noteArticle }) => noteArticle());
}
