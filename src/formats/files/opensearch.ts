import { fullAddress, searchAddress } from '../../model/address.ts';
import { OPENSEARCH } from '../../model/export-address.ts';
import type { Settings } from '../../model/schema/settings.ts';
import { element, escapeXml, XML } from '../xml.ts';

/** Longest `ShortName` that OpenSearch 1.1 allows. */
const SHORT = 16;
const LONG = 48;

/** What a browser needs to search the archive from its own address bar (OpenSearch 1.1, draft 6). */
export function openSearch(settings: Settings): string {
  const { baseUrl, title, contact, description } = settings;
  const template = `${fullAddress(baseUrl, searchAddress())}?q={searchTerms}`;
  return [
    XML,
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n',
    element('ShortName', shortened(title, SHORT)),
    element('Description', shortened(description, 1024)),
    element('Contact', contact),
    `\n<Url type="text/html" template="${escapeXml(template)}"/>\n`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(fullAddress(baseUrl, OPENSEARCH))}"/>\n`,
    element('LongName', shortened(title, LONG)),
    element('InputEncoding', 'UTF-8'),
    element('OutputEncoding', 'UTF-8'),
    '\n</OpenSearchDescription>\n',
  ].join('');
}

function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1).replace(/\s+\S*$/, '');
  return cut.length <= length ? cut : text.slice(0, length);
}
