import type { CitationRecord } from '../reference/citation-record.ts';
import type { Name } from '../reference/names.ts';
import { remarksWithDate } from './remarks.ts';

/** Names by which babel and polyglossia know a language; others are left to the `language` field. */
const LANGID: Readonly<Record<string, string>> = {
  ar: 'arabic',
  be: 'belarusian',
  bg: 'bulgarian',
  cs: 'czech',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  et: 'estonian',
  fa: 'persian',
  fi: 'finnish',
  fr: 'french',
  he: 'hebrew',
  hu: 'hungarian',
  it: 'italian',
  ja: 'japanese',
  ka: 'georgian',
  ko: 'korean',
  lt: 'lithuanian',
  lv: 'latvian',
  nl: 'dutch',
  pl: 'polish',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
  zh: 'chinese',
};

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '-': '-{}',
};

/** BibTeX's parser counts braces even behind a backslash: those without a partner need a command. */
const UNPAIRED: Readonly<Record<string, string>> = {
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

/** Text as TeX reads it back letter for letter. */
export function texText(text: string): string {
  const signs = areBracesPaired(text) ? TEX : { ...TEX, ...UNPAIRED };
  return text.replace(/[\\{}#$%&_^~]|-(?=-)/g, (sign) => signs[sign] ?? sign);
}

function areBracesPaired(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The reference as a BibLaTeX entry (manual 3.18, sections 2.1.1 and 2.3.8 for dates in EDTF). */
export function biblatexEntry(record: CitationRecord): string {
  const langid = LANGID[record.language.split('-', 1)[0] ?? ''];
  const fields: [string, string | undefined][] = [
    ['entrysubtype', 'newspaper'],
    // The inner braces keep styles from changing capitals.
    ['title', `{${texText(record.title)}}`],
    ['author', record.authors.map(texName).join(' and ') || undefined],
    ['journaltitle', `{${texText(record.outlet)}}`],
    ['date', record.date.text],
    ['language', record.language],
    ['langid', langid],
    ['url', record.url.replace(/[{}\\]/g, encodeURIComponent)],
    ['library', `${texText(record.archive)}, ${record.location}`],
    [
      'keywords',
      record.keywords.map((word) => texText(word.replaceAll(',', ''))).join(', ') || undefined,
    ],
    ['annotation', texText(remarksWithDate(record).join(' '))],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@article{${record.key},\n${lines.join('')}}\n`;
}

function texName(name: Name): string {
  if ('literal' in name) return `{${texText(name.literal)}}`;
  const braced = (part: string) =>
    /\band\b|,|^\p{Ll}/iu.test(part) && !/^\p{Lu}/u.test(part)
      ? `{${texText(part)}}`
      : texText(part);
  const { family, suffix, given } = name;
  return [braced(family), ...(suffix === undefined ? [] : [suffix]), texText(given)].join(', ');
}

/** References as a `.bib` file, with the rights of all of it above. */
export function biblatexFile(entries: readonly string[], rights: string): string {
  // BibTeX knows no comments: at an `@` between entries it begins to read one.
  return `% Rights: ${rights.replaceAll('@', ' (at) ')}\n\n${entries.join('\n')}`;
}
