import type { TimingLines } from '../../src/record/timings.ts';

/** What a cold build of everything took for one kind of thing. */
export interface Share {
  readonly kind: string;
  readonly seconds: number;
}

/** Kinds of page by their route, the first that fits. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [
    /articles\/.*\.(?:capture|compare)\.|captures\//,
    'captures, with what was kept and cut, and comparisons',
  ],
  [/articles\//, 'article pages'],
  [/\[kind\]/, 'tag pages'],
  [/timeline/, 'timeline: years, months, days'],
  [
    /company|coverage|map|on-this-day|pictures|spellings|cards/,
    'charts, maps, tables of spellings, cards',
  ],
  [/^src\/pages\//, 'other pages'],
];

/** The phase that is told page by page instead. */
const OF_PAGES = 'Making pages';

/**
 * Adds up times by kind, the longest first. Pages are the sum of all threads; phases are those of the main one.
 */
export function sharesOf(lines: TimingLines): Share[] {
  const seconds = new Map<string, number>();
  for (const { kind, milliseconds } of lines) {
    if (kind === OF_PAGES) continue;
    const page = PAGES.find(([route]) => route.test(kind))?.[1];
    const name = kind.startsWith('src/pages/') && page !== undefined ? page : kind;
    seconds.set(name, (seconds.get(name) ?? 0) + milliseconds / 1000);
  }
  return [...seconds]
    .map(([kind, sum]) => ({ kind, seconds: sum }))
    .sort((a, b) => b.seconds - a.seconds);
}

/** The shares as a table; what took less than half a second is one line. */
export function sharesTable(shares: readonly Share[]): string {
  const all = shares.reduce((sum, { seconds }) => sum + seconds, 0);
  const row = (kind: string, seconds: number) =>
    `| ${kind} | ${seconds.toFixed(1)} | ${((100 * seconds) / all).toFixed(0)} % |`;
  const [large, small] = [
    shares.filter(({ seconds }) => seconds >= 0.5),
    shares.filter(({ seconds }) => seconds < 0.5),
  ];
  const rest = small.reduce((sum, { seconds }) => sum + seconds, 0);
  return [
    '| of a cold build of everything | seconds of a thread | share |',
    '|---|---|---|',
    ...large.map(({ kind, seconds }) => row(kind, seconds)),
    row('all else', rest),
  ].join('\n');
}
