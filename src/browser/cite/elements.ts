/** A button that says what it does, also where its words are short. */
export function button(words: string, name: string, press: () => unknown): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  if (name !== words) element.setAttribute('aria-label', name);
  element.addEventListener('click', () => void press());
  return element;
}

/** A place for messages that a screen reader speaks. */
export function status(): HTMLElement {
  const element = document.createElement('p');
  element.setAttribute('role', 'status');
  element.className = 'meta';
  return element;
}

/** Says something there, also when it said the same before. */
export function say(live: HTMLElement, words: string): void {
  live.textContent = '';
  requestAnimationFrame(() => {
    live.textContent = words;
  });
}

/** Hands the reader a file that was made in the browser. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Where the site begins, from the link that every page has in its head. */
export function siteRoot(): URL {
  const link = document.querySelector<HTMLLinkElement>('link[rel=search]');
  return new URL('.', link?.href ?? location.href);
}
