import type { ArticleRule, ContentRule, Finding } from './finding.ts';

/** One check of the articles, each looked at by every rule while its capture is at hand. */
export function articleRules(rules: readonly ArticleRule[]): ContentRule {
  return async (content) => {
    const findings: Finding[] = [];
    for (const article of content.record.articles) {
      for (const rule of rules) findings.push(...(await rule(article, content)));
    }
    return findings;
  };
}
