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
  if (first?.type !== 'yaml') throw new Error('There is no front matter.');
  const at = text.indexOf('\n') + 1;
  const rest = text.slice(at + first.value.length);
  const yaml = edit(first.value);
  // Between two fences without a line between them there is no line end to stand before the second.
  const lineEnd = yaml === '' || /^\r?\n/.test(rest) ? '' : '\n';
  return `${text.slice(0, at)}${yaml}${lineEnd}${rest}`;
}
