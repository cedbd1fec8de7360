import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { BuiltSite } from '../../site/built-site.ts';

const VALIDATOR = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // Parts of dossiers are named after their headings, and those may begin with a year; HTML allows it.
      'valid-id': ['error', { relaxed: true }],
      // Headlines are as long as they were printed.
      'long-title': 'off',
      // For scripts of other hosts; there are none, and the hash would change on every page.
      'require-sri': 'off',
      // What narrows a search does so at once and says so; there is nothing to send.
      'wcag/h32': 'off',
    },
  }),
);

/** What the validator has against the markup of a site, every page of it. */
export async function markupFaults({ pages }: BuiltSite): Promise<string[]> {
  const faults: string[] = [];
  for (const { address, html } of pages) {
    const { results } = await VALIDATOR.validateString(html, address);
    for (const { line, column, ruleId, message } of results.flatMap((one) => one.messages)) {
      faults.push(`${address}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  return faults;
}
