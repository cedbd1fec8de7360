const NAMED =
  /["']?(?:date_?published|publi(?:shed|cation|sh)_?(?:date|time|at|on)(?:_?time)?|(?:first|orig(?:inal)?|content)_?pub(?:lished|lication)?_?(?:date|time)?|pub_?date|article_?date)["']?\s*[:=]\s*(?:new Date\()?["']([^"'<>]{8,50})["']/gi;

/** A page of an article has no more than a few; more of them are those of other stories. */
const MOST = 3;

/** What the scripts of a page give as the date of publication, by the names that they use for it. */
export function scriptedDates(markup: string): string[] {
  const found = new Set<string>();
  for (const [, words = ''] of markup.matchAll(NAMED)) {
    found.add(words);
    if (found.size > MOST) return [];
  }
  return [...found];
}
