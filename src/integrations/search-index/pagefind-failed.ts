/** What is thrown when Pagefind reports problems. */
export function failed(errors: readonly string[]): Error {
  return new Error(
    `Pagefind could not make the search index: ${errors.join('; ')}. Nothing was published.`,
  );
}
