/**
 * What every release of Pressmark is tested for, on the archive that ships with it, by `npm run check:accessibility`.
 * It says nothing of another archive: each is tested by its own keeper or not at all.
 */
export const TESTED_IN_RELEASE: readonly (readonly [what: string, how: string])[] = [
  ['Every kind of page', 'all rules of axe for WCAG 2.2 A and AA, and those for AAA but contrast'],
  [
    'Ways of reading',
    'light, dark, forced colours, reduced motion, 320 pixels, 400 % zoom, sepia, large type, long lines, no JavaScript',
  ],
  [
    'The keyboard',
    'every stop of the Tab key is seen, uncovered, in order and with a visible ring',
  ],
  ['The markup', 'html-validate, on every page'],
  ['Language and direction', 'said by headline and text, also where they change'],
];

/** What these tests do not tell. */
export const NOT_TESTED: readonly string[] = [
  'This archive itself: its articles, its pictures, and pages and styles of its own.',
  'No person who depends on assistive technology has tried this version of Pressmark; screen readers were not run.',
  'Automatic rules find only a part of the barriers that there are. What a text says, captions and photographs that are not kept are not judged.',
  'Captured articles are shown as they were printed: their headings, links and tables may be poor, and are not mended.',
  'Safari and mobile browsers were not tested.',
];
