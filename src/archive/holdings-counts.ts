import type { Article } from './articles.ts';

/** One line of a table of counts. */
export interface HoldingsCount {
  readonly what: string;
  readonly count: number;
}

/** A table of counts that together make all articles. */
export interface HoldingsTable {
  readonly heading: string;
  readonly lines: readonly HoldingsCount[];
}

const ACCESS_WORDS = {
  full: 'Published in full',
  excerpt: 'An excerpt is published',
  metadata: 'The catalogue entry alone is published',
  withdrawn: 'Withdrawn',
} as const;

const CAPTURE_WORDS: Readonly<Record<string, string>> = {
  txt: 'Text',
  md: 'Text, as Markdown',
  html: 'The page as HTML',
  htm: 'The page as HTML',
  mhtml: 'The page with all it shows (MHTML)',
  warc: 'Web archive (WARC)',
  wacz: 'Web archive (WACZ)',
};

/** What the archive holds by access, capture and certainty. */
export function holdingsTables(articles: readonly Article[]): HoldingsTable[] {
  const table = (heading: string, name: (article: Article) => string): HoldingsTable => {
    const counts = new Map<string, number>();
    for (const article of articles) {
      const what = name(article);
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    const lines = [...counts]
      .map(([what, count]) => ({ what, count }))
      .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
    return { heading, lines };
  };
  return [
    table('Access', ({ data }) => ACCESS_WORDS[data.access]),
    table('Captured as', ({ data }) => {
      const { file } = data.capture;
      const name = file.endsWith('.gz') ? file.slice(0, -'.gz'.length) : file;
      const ending = name.slice(name.lastIndexOf('.') + 1);
      return CAPTURE_WORDS[ending] ?? `A file ending in .${ending}`;
    }),
    table('Time of capture', ({ data }) => (data.capture.capturedAt ? 'Known' : 'Not known')),
    table('Date', ({ dateSupplied, dateUncertain }) =>
      dateSupplied
        ? 'Supplied by the archive'
        : dateUncertain
          ? 'Stated, to no certain day'
          : 'Stated to the day',
    ),
    table('Original address', ({ data }) => (data.url ? 'Stated' : 'Not stated')),
  ];
}
