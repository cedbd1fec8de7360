/**
 * The nodes of an excerpt. Pagefind gives it as HTML in which nothing but `<mark>` is a tag; it is
 * taken apart by hand, so that no text of the index is ever parsed as HTML.
 */
export function markedNodes(excerpt: string): Node[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/s).map((part) => {
    const inner = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1];
    if (inner === undefined) return document.createTextNode(unescapeHtml(part));
    const mark = document.createElement('mark');
    mark.textContent = unescapeHtml(inner);
    return mark;
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function unescapeHtml(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
