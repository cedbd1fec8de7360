import { createHash } from 'node:crypto';

// Styles stand beside what they style and are gathered here into one sheet, word for word alike on
// every page: one request to first paint, one hash in the content policy.
const files = import.meta.glob<string>('../{styles,layouts,components,pages}/**/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

// Declared before the first rule: otherwise the order would be that in which the files are read.
const LAYERS = '@layer tokens,reset,base,layout,components,pages,print;';

/** The stylesheet of the site. */
export const sheet = [
  LAYERS,
  ...Object.keys(files)
    .sort()
    .map((file) => files[file]?.trim()),
].join('');

/** What a content policy needs to let the sheet in (CSP Level 3, section 2.3.1). */
export const sheetHash = `sha256-${createHash('sha256').update(sheet).digest('base64')}`;
