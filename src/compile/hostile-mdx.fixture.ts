import fc from 'fast-check';

/** Stands for a word; each becomes one that no other place of the document has. */
export const WORD = '\u{1F5FA}';

export const inline = fc.constantFrom(
  ...[' ', '  ', '\t', '\u00a0', '.', ',', ':', ';', '"', "'", '(', ')', '&', '&amp;', '&#65;'],
  ...['&#', '*', '**', '_', '__', '`', '``', '~', '~~', '[', ']', '][', '![', '](', ']: ', '")'],
  ...['](http://a.b)', '](http://a.b "', '](javascript:', '](data:', '[^', '<', '>', '</', '/>'],
  ...['<a ', '<br/>', '{', '}', '{...a}', '${', '\\', '|', ' | ', '#', '-', '--', '=', '+', '!'],
  ...['$', '^', '/', 'http://a.', 'www.a.', '@a.b', 'import ', 'export ', '1. ', '1986. ', '<!--'],
  ...['-->', 'style=', '<Figure caption="', '" credit="', '" />', ' onclick="', 'é', 'Ж', '😀'],
  ...['\u0301', '\u200b', '\0', '\u0085', '\u2028', '\ufeff', '\r'],
);
const lineStart = fc.constantFrom(
  ...['\n', '\n\n', '\r\n', '  \n', '\\\n', '\n    ', '\n\t', '\n> ', '\n- ', '\n* ', '\n+ '],
  ...['\n# ', '\n1. ', '\n2. ', '\n7) ', '\n- [x] ', '\n  - ', '\n  > ', '\n  # ', '\n  ***\n'],
  ...['\n  ', '\n   1. ', '\n---\n', '\n===\n', '\n***\n', '\n```', '\n~~~', '\n| ', '\n['],
  ...['\n|---|:-:|\n', '\n\nimport ', '\n\nexport ', '\n<Figure caption="', '\n<', '\n{'],
);
const piece = fc.oneof(
  { weight: 8, arbitrary: inline },
  { weight: 5, arbitrary: lineStart },
  { weight: 6, arbitrary: fc.constant(WORD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

/**
 * Texts made of what Markdown and MDX read something into.
 *
 * @param more pieces that a kind of text has beside those
 */
export function hostileMdx(more: readonly string[] = []): fc.Arbitrary<string> {
  const pieces =
    more.length === 0
      ? piece
      : fc.oneof(
          { weight: 3, arbitrary: piece },
          { weight: 1, arbitrary: fc.constantFrom(...more) },
        );
  return fc
    .array(pieces, { minLength: 1, maxLength: 40, size: 'max' })
    .map((all) => all.join('').replaceAll(WORD, wordOfPlace));
}

function wordOfPlace(_word: string, offset: number): string {
  return `w${offset}z`;
}
