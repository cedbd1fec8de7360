import type { CompiledBody } from '../compile/compile-body.ts';
import type { Problem } from '../model/problem.ts';
import type { ArticleData } from '../model/schema/article.ts';
import type { YamlMapping } from './yaml-mapping.ts';

/** A withdrawn article says when and why, and nothing of its text is left in it. */
export function checkAccess(
  { access = 'full', withdrawn }: Partial<ArticleData>,
  body: CompiledBody,
  { id, file, lineOf }: { id: string; file: string } & Pick<YamlMapping, 'lineOf'>,
): Problem[] {
  const command = `npm run withdraw -- ${id} --reason "…"`;
  if (access !== 'withdrawn') {
    if (withdrawn === undefined) return [];
    return [
      {
        file,
        line: lineOf(['withdrawn'], 'key'),
        what: `The article has been withdrawn, and “access” is “${access}”.`,
        why: 'What somebody decided to take down would be published again.',
        remedy: 'Write “access: withdrawn”. To publish the article again, remove “withdrawn”.',
      },
    ];
  }
  const problems: Problem[] = [];
  if (withdrawn === undefined) {
    problems.push({
      file,
      line: lineOf(['access']),
      what: 'The article is withdrawn, and nothing says when and why.',
      why: 'Whoever comes to its address has a right to know what happened to it.',
      remedy: `Set “access” back and run “${command}”, which also takes out text and capture.`,
    });
  }
  if (body.blocks.length > 0) {
    problems.push({
      file,
      line: lineOf(['access']),
      what: 'The article is withdrawn, and its text still stands here.',
      why: 'Every copy of the content folder would go on spreading it.',
      remedy: `Set “access” back, remove “withdrawn” and run “${command}”, which takes out text and capture.`,
    });
  }
  return problems;
}
