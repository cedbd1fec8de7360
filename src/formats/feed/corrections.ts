import { fullAddress, HOME } from '../../model/address.ts';
import { CORRECTIONS_FEED } from '../../model/export-address.ts';
import { type HoldingsToExport, instantOnDay, lastChange } from '../reference/holdings.ts';
import { element, escapeXml, XML } from '../xml.ts';
import { lastInstant } from './feed.ts';

/** Corrections that the archive made and articles that it withdrew, newest first, in Atom. */
export function correctionsFeed({ settings, articles, withdrawn }: HoldingsToExport): string {
  const self = fullAddress(settings.baseUrl, CORRECTIONS_FEED);
  const corrected = articles.filter(({ data }) => data.corrections.length > 0);
  const corrections = corrected.flatMap((article) => {
    const url = fullAddress(settings.baseUrl, article.address);
    return article.data.corrections.map(({ date, text }, index) => ({
      id: `${url}#correction-${index + 1}`,
      url,
      day: date,
      title: `Corrected: ${article.title}`,
      text,
    }));
  });
  const withdrawals = withdrawn.map((article) => {
    const url = fullAddress(settings.baseUrl, article.address);
    const { date: day = lastChange(article), reason: text = '' } = article.data.withdrawn ?? {};
    return { id: `${url}#withdrawn`, url, day, title: `Withdrawn: ${url}`, text };
  });
  const changes = [...corrections, ...withdrawals]
    .map((change) => ({ ...change, at: instantOnDay(change.day, change.id) }))
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1));
  const updated = changes[0]?.at ?? lastInstant(articles, articles.keys());
  return [
    XML,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n`,
    element('id', self),
    element('title', `Corrections and withdrawals · ${settings.title}`),
    element('updated', updated),
    `<author>${element('name', settings.publisher)}</author>`,
    element('rights', settings.rights.trim()),
    `\n<link rel="self" href="${escapeXml(self)}" type="application/atom+xml"/>`,
    `\n<link rel="alternate" href="${escapeXml(fullAddress(settings.baseUrl, HOME))}" type="text/html"/>\n`,
    ...changes.map(({ id, url, at, title, text }) =>
      [
        '<entry>',
        element('id', id),
        element('title', title),
        element('updated', at),
        `<link rel="alternate" href="${escapeXml(url)}" type="text/html"/>`,
        `<content type="text">${escapeXml(text)}</content>`,
        '</entry>\n',
      ].join(''),
    ),
    '</feed>\n',
  ].join('');
}
