import css from './reading.css?inline';

let adopted = false;

/**
 * Adds the styles of what only stands on a page once it is asked for. As in browser/search/styles.ts, and not shared with it: a module that two
 * scripts share is a file of its own, which would be one round trip more before a first result.
 */
export function adoptStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
