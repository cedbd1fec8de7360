import { writeBody } from '../compile/write-body.ts';
import { withDecision } from './capture-decision.ts';
import { splitFrontMatter } from './front-matter.ts';
import { shownEntry } from './shown-entry.ts';
import type { ArticleEntry } from './types.ts';

/**
 * An entry without what is not published of it: of its text the published part, nothing private that
 * stands in it, and the decision that its capture is published as its hash alone. Read again, it is
 * published as the entry itself is.
 *
 * @param source the entry
 * @param article as it is read for publishing, with the published part of the body alone
 */
export function publishedEntry(source: string, article: ArticleEntry): string {
  const { file, body, data, published } = article;
  const text = article.masked ? shownEntry(source) : source;
  const parts = splitFrontMatter(text);
  if (parts === undefined) throw new Error(`${file} has no front matter.`);
  const front = text.slice(0, text.length - parts.body.length);
  if (data.access === 'full') {
    const isDecided = published.kind !== 'hash' || data.capture.publish === 'hash';
    if (isDecided) return text;
    const decided = withDecision(parts.yaml, { publish: 'hash', redacted: undefined }).trimEnd();
    // The YAML ends with its last line, as it stands between its fences.
    return front.replace(parts.yaml.trimEnd(), () => decided) + parts.body;
  }
  const written = writeBody(
    body.blocks.map((block) => ({ kind: 'paragraph', text: block.text })),
    file,
  );
  if (!written.ok) throw new Error(`${file}: its excerpt cannot be written as an entry.`);
  return written.source === '' ? front : `${front}\n${written.source}`;
}
