import { fullAddress } from '../../model/address.ts';
import { OAI } from '../../model/export-address.ts';
import type { Pieces } from '../files/site-file.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { type ExportedArticle, type HoldingsToExport, lastChange } from '../reference/holdings.ts';
import { invertedName } from '../reference/names.ts';
import { element, XML } from '../xml.ts';

/**
 * The archive as an OAI-PMH static repository, for harvesters that go through a gateway
 * (https://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm). Its granularity is the
 * day; records are unqualified Dublin Core.
 *
 * @param citation the reference of an article by its number
 */
export function oaiRepository(
  { settings, articles }: HoldingsToExport,
  citation: (number: number) => CitationRecord,
): Omit<Pieces, 'keys' | 'bytes'> & { readonly text: (number: number) => string } {
  const { baseUrl } = settings;
  const host = new URL(baseUrl).hostname;
  let earliest: string | undefined;
  for (const article of articles) {
    const day = lastChange(article);
    if (earliest === undefined || day < earliest) earliest = day;
  }
  const head = [
    XML,
    '<Repository xmlns="http://www.openarchives.org/OAI/2.0/static-repository" xmlns:oai="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd">\n<Identify>',
    element('oai:repositoryName', settings.title),
    element('oai:baseURL', fullAddress(baseUrl, OAI)),
    '<oai:protocolVersion>2.0</oai:protocolVersion>',
    element('oai:adminEmail', settings.contact),
    element('oai:earliestDatestamp', earliest),
    '<oai:deletedRecord>no</oai:deletedRecord><oai:granularity>YYYY-MM-DD</oai:granularity></Identify>\n',
    '<ListMetadataFormats><oai:metadataFormat><oai:metadataPrefix>oai_dc</oai:metadataPrefix><oai:schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</oai:schema><oai:metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</oai:metadataNamespace></oai:metadataFormat></ListMetadataFormats>\n',
    '<ListRecords metadataPrefix="oai_dc">\n',
  ].join('');
  return {
    head,
    joint: '',
    foot: '</ListRecords>\n</Repository>\n',
    count: articles.length,
    text(number) {
      const article = articles[number];
      return article === undefined ? '' : oaiRecord(article, citation(number), host);
    },
  };
}

function oaiRecord(article: ExportedArticle, record: CitationRecord, host: string): string {
  return [
    '<oai:record><oai:header>',
    element('oai:identifier', `oai:${host}:${record.location}`),
    element('oai:datestamp', lastChange(article)),
    '</oai:header><oai:metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">',
    element('dc:title', record.title),
    ...record.authors.map((name) => element('dc:creator', invertedName(name))),
    ...record.agencies.map((name) => element('dc:contributor', name)),
    ...record.keywords.map((word) => element('dc:subject', word)),
    element('dc:publisher', record.outlet),
    element('dc:source', record.originalUrl),
    element('dc:date', record.date.text),
    '<dc:type>newspaperArticle</dc:type><dc:format>text/html</dc:format>',
    element('dc:identifier', record.url),
    element('dc:language', record.language),
    element('dc:rights', record.rights),
    '</oai_dc:dc></oai:metadata></oai:record>\n',
  ].join('');
}
