import { parseDocument } from 'yaml';
import type { ArticleData } from '../model/schema/article.ts';

/**
 * Front matter with what was decided of its capture; everything else says what it said.
 *
 * @param yaml what stands between the fences
 */
export function withDecision(
  yaml: string,
  { publish, redacted }: Pick<ArticleData['capture'], 'publish' | 'redacted'>,
): string {
  const document = parseDocument(yaml, { schema: 'failsafe' });
  for (const [name, value] of Object.entries({ publish, redacted })) {
    if (value === undefined) document.deleteIn(['capture', name]);
    else document.setIn(['capture', name], value);
  }
  return document.toString({ lineWidth: 0 });
}
