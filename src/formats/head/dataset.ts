import { ABOUT, DATA, fullAddress } from '../../model/address.ts';
import { DATA_CSV, DATA_NDJSON } from '../../model/export-address.ts';
import type { Settings } from '../../model/schema/settings.ts';
import { scriptJson } from './json-ld.ts';

/** The archive's data as schema.org's Dataset, for search engines that list data sets. */
export function dataset(settings: Settings): string {
  const at = (address: string) => fullAddress(settings.baseUrl, address);
  const download = (address: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    contentUrl: at(address),
    encodingFormat,
  });
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': at(DATA),
    url: at(DATA),
    name: settings.title,
    description: settings.description,
    inLanguage: settings.language,
    creator: { '@type': 'Organization', name: settings.publisher, email: settings.contact },
    license: at(`${ABOUT}#rights`),
    isAccessibleForFree: true,
    distribution: [download(DATA_CSV, 'text/csv'), download(DATA_NDJSON, 'application/x-ndjson')],
  });
}
