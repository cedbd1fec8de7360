import css from './reading.css?inline';

let adopted = false;

/** Adds the styles of what only stands on a page once it is asked for. */
export function adoptStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
