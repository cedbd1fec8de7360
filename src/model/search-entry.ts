/**
 * How many documents a search index holds, over all its languages.
 *
 * @param entry text of `pagefind-entry.json` (pagefind 1.6)
 */
export function countIndexed(entry: string): number {
  const { languages } = JSON.parse(entry) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

/** Articles up to which the site brings Pagefind's own bundle too; the search page doesn't read it. */
const MOST_BUNDLED = 1000;

/** Whether an archive of so many articles brings Pagefind's own bundle. */
export function isBundled(articles: number): boolean {
  return articles <= MOST_BUNDLED;
}
