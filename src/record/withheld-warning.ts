import type { ArchiveRecord } from './types.ts';

/** How many articles are named. */
const MOST = 20;

/** What a build says of captures that hold something private and of which nothing was decided. */
export function withheldWarning({ articles }: ArchiveRecord): string | undefined {
  const undecided = articles
    .filter(
      ({ published, data, masked }) =>
        masked ||
        (published.kind === 'hash' &&
          published.why === 'private' &&
          data.capture.publish !== 'hash'),
    )
    .map(({ id }) => id);
  if (undecided.length === 0) return undefined;
  const named = undecided.slice(0, MOST).map((id) => `  ${id}`);
  const more = undecided.length > MOST ? [`  and ${undecided.length - MOST} more`] : [];
  return [
    'Private: these captures or entries hold more than a page, such as a cookie or the address of a newsletter’s reader. Of such a capture the site has the hash alone, and such words are left out. “npm run private -- ID” shows what was found and records what you decide.',
    ...named,
    ...more,
  ].join('\n');
}
