import { articleAddress } from '../../model/address.ts';
import { bounds } from '../../model/date/bounds.ts';
import { parseEdtf } from '../../model/date/parse.ts';
import { unitsOf } from '../../model/date/units.ts';
import { dateInWords } from '../../model/date/words.ts';
import { escapeHtml } from '../../model/escape-html.ts';
import { KIND_WORDS, KINDS } from '../../model/kinds.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';

/** What is indexed of an article: its words, what lists show of it, and what it can be narrowed by. */
export interface SearchDocument {
  readonly url: string;
  readonly content: string;
}

/**
 * Makes the documents that are indexed, in order of their ids: what Pagefind writes depends on the
 * order. They are made from the record and not from the pages, so that the index is the same in
 * development, does not depend on a template, and can be made while pages are rendered.
 */
export function searchDocuments(record: ArchiveRecord): SearchDocument[] {
  const names = new Map(
    KINDS.flatMap((kind) =>
      record.authorities[kind].map(({ id, data }) => [`${kind}/${id}`, data.name] as const),
    ),
  );
  return record.articles.map((article) => ({
    url: articleAddress(article.id),
    content: documentOf(article, record, names),
  }));
}

function documentOf(
  { data, body }: ArticleEntry,
  { settings }: ArchiveRecord,
  names: ReadonlyMap<string, string>,
): string {
  const parsed = parseEdtf(data.date);
  if (!parsed.ok) throw new Error(parsed.what);
  const filters = KINDS.flatMap((kind) => {
    const value = data[KIND_WORDS[kind].field];
    const ids = typeof value === 'string' ? [value] : value;
    return ids.map((id) => [KIND_WORDS[kind].one, `${id} ${names.get(`${kind}/${id}`) ?? id}`]);
  });
  for (const year of unitsOf(parsed.date).years) filters.push(['year', year]);
  const meta = [
    ['title', data.title],
    ['date', dateInWords(parsed.date, { supplied: data.supplied.date !== undefined })],
    ['outlet', names.get(`outlets/${data.outlet}`) ?? data.outlet],
    ['source', data.source.map((id) => names.get(`sources/${id}`) ?? id).join(', ')],
  ];
  const attribute = (name: string, pairs: readonly (readonly string[])[]) =>
    pairs
      .map(
        ([key = '', value = '']) =>
          `<i ${name}="${key}[data-v]" data-v="${escapeHtml(value)}"></i>`,
      )
      .join('');
  const passages = body.blocks.map(({ text }) => `<p>${escapeHtml(text)}</p>`).join('');
  return `<!doctype html><html lang="${escapeHtml(data.language ?? settings.language)}"><body>${attribute('data-pagefind-meta', meta)}${attribute('data-pagefind-filter', filters)}${attribute('data-pagefind-sort', [['date', bounds(parsed.date).earliest]])}<h1>${escapeHtml(data.title)}</h1>${passages}</body></html>`;
}
