/** How the markup of a page ends. */
export type MarkupEnd = 'whole' | 'without end' | 'inside';

/**
 * Whether a page looks cut off: inside a tag, a comment or a script, which no page ends with, or
 * without the end of a body or root that it began. Pages may leave their ends out, so that the latter proves nothing.
 */
export function markupEnd(markup: string): MarkupEnd {
  const text = markup.trimEnd();
  // Comments of servers and scripts may stand behind the end, as long as they like.
  const end = text
    .slice(-ENDING)
    .replace(/<!--[^>]*-->\s*$/g, '')
    .trimEnd();
  if (/<\/(?:html|body)\s*>$/i.test(end)) return 'whole';
  if (isInside(text)) return 'inside';
  const lower = text.toLowerCase();
  if (lower.includes('</html') || lower.includes('</body')) return 'whole';
  return /<(?:html|body)[\s>]/.test(lower) ? 'without end' : 'whole';
}

const ENDING = 2000;

/** Elements that hold text up to their end tag (https://html.spec.whatwg.org/#raw-text-elements). */
const RAW = ['script', 'style', 'textarea', 'title'];

function isInside(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower.lastIndexOf('<!--') > lower.lastIndexOf('-->')) return true;
  for (const name of RAW) {
    const open = lower.lastIndexOf(`<${name}`);
    if (
      open > lower.lastIndexOf(`</${name}`) &&
      /[\s>/]/.test(lower[open + name.length + 1] ?? ' ')
    )
      return true;
  }
  const tag = lower.lastIndexOf('<');
  return tag > lower.lastIndexOf('>') && /^<(?:[a-z!/]|$)/.test(lower.slice(tag, tag + 2));
}

/**
 * What a person should look at in a page that may be cut off.
 *
 * @param lengthUnknown the server did not say how long the page is, so that nothing else tells
 */
export function doubtsOfEnd(markup: string, lengthUnknown: boolean): string[] {
  const end = markupEnd(markup);
  if (end === 'whole') return [];
  const why = lengthUnknown ? ', and the server did not say how long it is' : '';
  return [
    end === 'inside'
      ? `The page ends in the middle of its markup${why}: its end is missing. Compare it with the original.`
      : `The page has no end tag${why}: it may be cut off. Compare its last words with the original.`,
  ];
}
