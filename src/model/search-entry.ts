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
