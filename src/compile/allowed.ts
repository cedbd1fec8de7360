/**
 * The closed list: every element that an article's Markdown may turn into. What is not here is
 * refused, so that a new feature of the parser cannot let something in unseen.
 */
export const ALLOWED_ELEMENTS: ReadonlySet<string> = new Set([
  ...['p', 'blockquote', 'ul', 'ol', 'li', 'hr', 'pre'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['em', 'strong', 'code', 'br', 'a'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);

/** Elements without content and without an end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr']);

/** Elements that are one passage of text each, for tracing and search; an item may hold several. */
export const PASSAGES: ReadonlySet<string> = new Set([
  ...['p', 'pre', 'th', 'td'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);

/** Elements that end the text before them. */
export const BLOCKS: ReadonlySet<string> = new Set([
  ...PASSAGES,
  ...['blockquote', 'ul', 'ol', 'hr', 'table'],
]);

/** Whether an article may link there: the open web and mail, nothing that runs or reads local files. */
export function isAllowedLink(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(address) && URL.canParse(address);
}
