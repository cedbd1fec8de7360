import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']);

/**
 * Rewrites an entry's front matter and not one character besides. The body never goes through a
 * Markdown writer, which would change it (`_so_` becomes `*so*`, `[1]` becomes `\[1]`).
 *
 * @param edit gets the YAML between the fences and returns what shall stand there
 * @throws Error when the text has no front matter
 */
export function rewriteFrontMatter(text: string, edit: (yaml: string) => string): string {
  const [first] = processor.parse(text).children;
  const end = first?.type === 'yaml' ? first.position?.end.offset : undefined;
  if (first?.type !== 'yaml' || end === undefined) throw new Error('There is no front matter.');
  const span = text.slice(0, end);
  const at = span.indexOf(first.value, span.indexOf('\n'));
  return (
    span.slice(0, at) + edit(first.value) + span.slice(at + first.value.length) + text.slice(end)
  );
}
