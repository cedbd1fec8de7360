import { htmlDateTime } from '../../model/date/html-datetime.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { invertedName } from '../reference/names.ts';
import { publishedDate } from './published-date.ts';

/** A `<meta>` of a page's head: by name, or by property where it is Open Graph's. */
export interface Meta {
  readonly name?: string;
  readonly property?: string;
  readonly content: string;
}

const NO_BREAK = '\u00a0';

/**
 * What reference managers and other programs read in the head of an article's page: Dublin Core,
 * PRISM and Open Graph. Zotero takes the type from `DC.type`, the newspaper from
 * `prism.publicationName`, the date from `prism.publicationDate` and the address from `og:url`;
 * `og:type=website` would make it a web page. It parts a creator's name at a comma, else at the last
 * space, which in the name of an organisation is therefore one that does not break.
 * (https://github.com/zotero/translators: "Embedded Metadata.js", "RDF.js")
 */
export function articleMeta(record: CitationRecord): Meta[] {
  const { title, outlet, date, url, language, rights, authors, archive } = record;
  const day = htmlDateTime(date);
  return [
    { name: 'DC.type', content: 'newspaperArticle' },
    { name: 'DC.title', content: title },
    ...authors.map((author) => ({
      name: 'DC.creator',
      content:
        'literal' in author
          ? author.literal.replaceAll(',', ';').replaceAll(' ', NO_BREAK)
          : invertedName(author),
    })),
    { name: 'DC.source', content: outlet },
    { name: 'DC.date', content: date.text },
    { name: 'DC.language', content: language },
    { name: 'DC.rights', content: rights },
    ...(looksLikeDoi(url) ? [] : [{ name: 'DC.identifier', content: url }]),
    { name: 'prism.publicationName', content: outlet },
    { name: 'prism.publicationDate', content: publishedDate(date) },
    { property: 'og:type', content: 'article' },
    { property: 'og:title', content: title },
    { property: 'og:url', content: url },
    { property: 'og:site_name', content: archive },
    ...(day?.length === 10 && !record.circa
      ? [{ property: 'article:published_time', content: day }]
      : []),
  ];
}

/**
 * Whether Zotero would read a DOI out of an address: a short one begins with `10/`, as the year and the name
 * in `/2010/slug` do. The address stands in `og:url` and in the canonical link as well.
 */
function looksLikeDoi(address: string): boolean {
  return /10(?:\.\d+)?\//.test(address);
}
