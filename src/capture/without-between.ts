/**
 * A text without what stands from one mark to the next of another, both included, in small letters or
 * capitals. A mark without its other stays, with what follows it. Unlike a pattern with a part that may be of any
 * length, this looks at each letter once, however many marks are never closed.
 */
export function withoutBetween(text: string, open: string, close: string): string {
  const lower = text.toLowerCase();
  // Few letters change their number when they are made small; such a text is searched as it is.
  const searched = lower.length === text.length ? lower : text;
  let kept = '';
  let from = 0;
  for (let at = searched.indexOf(open); at !== -1; at = searched.indexOf(open, from)) {
    const end = searched.indexOf(close, at + open.length);
    if (end === -1) break;
    const tail = close.endsWith('>') ? end + close.length : searched.indexOf('>', end) + 1;
    kept += text.slice(from, at);
    from = tail > 0 ? tail : text.length;
  }
  return kept + text.slice(from);
}
