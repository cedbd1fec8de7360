import css from './cite.css?inline';

let adopted = false;

/** Adds the styles of what a box holds once it is opened: what a page brings styles what it brings. */
export function adoptStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
