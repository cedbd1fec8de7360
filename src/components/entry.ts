import type { ArticleSummary, Linker, RecordLink } from '../model/article-view.ts';
import type { EdtfDate } from '../model/date/edtf.ts';
import { htmlDateTime } from '../model/date/html-datetime.ts';
import { dateInWords } from '../model/date/words.ts';
import { attribute, html, type Markup } from '../model/html.ts';
import { pressmarkDate } from '../model/pressmark.ts';

/** Names said of each article; those that few articles share tell most. */
const MOST_NAMES = 4;

/**
 * An article in a list.
 *
 * @param without address of a record that the whole list is about, so that no entry has to name it
 */
export function entry(article: ArticleSummary, to: Linker, without: string | undefined): Markup {
  const { address, title, language, dir, date, dateSupplied } = article;
  const names = article.named.filter((record) => record.address !== without).slice(0, MOST_NAMES);
  const headline = html`<a${attribute('href', to(address))}${attribute('lang', language)}${attribute('dir', dir)}>${title}</a>`;
  const said = names.length > 0 && html`<p class="names plain"> ${linksWith(', ', names, to)} </p>`;
  return html`<li class="entry"> ${pressmark(article)} <h3>${headline}</h3> <p class="meta"> ${credit(article, to)}<span class="dot"> · </span><span class="when">${dateWords(date, dateSupplied)}</span> </p> ${said} </li>`;
}

/**
 * The spine label: year, date and outlet code, dashed where the date is not certain. What it says
 * stands in words beside it, so it is not read aloud.
 */
export function pressmark({
  date,
  dateUncertain,
  outlet,
}: Pick<ArticleSummary, 'date' | 'dateUncertain' | 'outlet'>): Markup {
  const { year, rest } = pressmarkDate(date);
  const about = dateUncertain && ' about';
  return html`<span class="pressmark o${outlet.colour}${about}" aria-hidden="true"> <b>${year}</b><span>${rest}</span><i>${outlet.code}</i> </span>`;
}

/** "Reuters, in The Moscow Times", or the outlet alone where it is its own source. */
export function credit({ outlet, outletSupplied, sources }: ArticleSummary, to: Linker): Markup {
  const others = sources.filter(({ name }) => name !== outlet.name);
  const joint = others.length > 0 && (others.length < sources.length ? ' and ' : ', in ');
  const supplied = attribute('class', outletSupplied ? 'supplied' : undefined);
  return html`${linksWith(', ', others, to)}${joint}<a${supplied}${attribute('href', to(outlet.address))}>${outlet.name}</a>`;
}

/** A date in words; in square brackets where the archive supplied it, as library catalogues do. */
export function dateWords(date: EdtfDate, isSupplied: boolean): Markup {
  const words = dateInWords(date);
  if (isSupplied) {
    return html`<span class="supplied" title="Supplied by the archive">${words}</span>`;
  }
  const datetime = htmlDateTime(date);
  return datetime === undefined
    ? html`${words}`
    : html`<time${attribute('datetime', datetime)}>${words}</time>`;
}

/** Records as links with something between them. */
export function linksWith(joint: string, records: readonly RecordLink[], to: Linker): Markup[] {
  return records.map(({ address, name }, at) => {
    const before = at > 0 && joint;
    return html`${before}<a${attribute('href', to(address))}>${name}</a>`;
  });
}
