/** So much of what stands behind an opening mark is looked at. */
const HEAD = 2000;

/**
 * A text without what stands from one mark to the next of another, both included, in small letters or
 * capitals. A mark without its other stays, with what follows it. Unlike a pattern with a part that may be of any
 * length, this looks at each letter once, however many marks are never closed.
 *
 * @param close a mark that ends with > or, for an end tag, stops before its >
 * @param isMeant whether the text behind an opening mark, with it, is what is meant
 */
export function withoutBetween(
  text: string,
  open: string,
  close: string,
  isMeant: (head: string) => boolean = () => true,
): string {
  const lower = text.toLowerCase();
  // Few letters change their number when they are made small; such a text is searched as it is.
  const searched = lower.length === text.length ? lower : text;
  const kept: string[] = [];
  let [from, next] = [0, 0];
  for (let at = searched.indexOf(open); at !== -1; at = searched.indexOf(open, next)) {
    if (!isMeant(text.slice(at, at + HEAD))) {
      next = at + open.length;
      continue;
    }
    const end = searched.indexOf(close, at + open.length);
    if (end === -1) break;
    const tail = close.endsWith('>') ? end + close.length : searched.indexOf('>', end) + 1;
    if (tail === 0) break;
    kept.push(text.slice(from, at));
    from = tail;
    next = tail;
  }
  kept.push(text.slice(from));
  return kept.join('');
}
