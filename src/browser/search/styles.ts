import css from './search.css?inline';

let adopted = false;

/**
 * Adds the styles of what only stands on a page while searching. They come with the scripts, so that
 * no other page carries them; a sheet made this way needs no leave from the content policy.
 */
export function adoptStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
