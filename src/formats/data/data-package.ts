import { DATA, fullAddress } from '../../model/address.ts';
import { DATA_CSV, DATA_PACKAGE } from '../../model/export-address.ts';
import type { Settings } from '../../model/schema/settings.ts';
import { CSV_NOTE } from './csv.ts';
import { ARTICLE_FIELDS, type Field } from './fields.ts';

/** A data file as it was written. */
export interface WrittenFile {
  readonly address: string;
  readonly bytes: number;
  readonly sha256: string;
}

const MEDIA: Readonly<Record<string, string>> = {
  bib: 'application/x-bibtex',
  csv: 'text/csv',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  ris: 'application/x-research-info-systems',
  xml: 'application/xml',
};

/** What stands under `/data/`, with sizes and hashes (Frictionless Data Package 1.0). */
export function dataPackage(settings: Settings, files: readonly WrittenFile[]): string {
  const folder = DATA_PACKAGE.slice(0, DATA_PACKAGE.lastIndexOf('/') + 1);
  return `${JSON.stringify(
    {
      profile: 'data-package',
      name: slug(settings.title),
      title: settings.title,
      description: settings.description,
      homepage: fullAddress(settings.baseUrl, DATA),
      contributors: [{ title: settings.publisher, email: settings.contact, role: 'publisher' }],
      rights: settings.rights.trim(),
      licenses: [
        {
          name: 'other-closed',
          title: 'In copyright: see the rights of each article, and the statement of the archive',
          path: fullAddress(settings.baseUrl, '/about.html#rights'),
        },
      ],
      resources: files.map(({ address, bytes, sha256 }) => {
        const path = address.slice(folder.length);
        const format = path.slice(path.lastIndexOf('.') + 1);
        return {
          name: slug(path),
          path,
          format,
          mediatype: MEDIA[format] ?? 'application/octet-stream',
          encoding: 'utf-8',
          bytes,
          hash: `sha256:${sha256}`,
          ...(format === 'csv' && { description: CSV_NOTE }),
          ...(address === DATA_CSV && {
            profile: 'tabular-data-resource',
            dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
            schema: {
              fields: ARTICLE_FIELDS.map(schemaField),
              primaryKey: 'id',
              missingValues: [''],
            },
          }),
        };
      }),
    },
    null,
    1,
  )}\n`;
}

function schemaField({ name, type, required, meaning }: Field) {
  return {
    name,
    type: type === 'list' ? 'string' : type,
    description: type === 'list' ? `${meaning} Joined by “; ”.` : meaning,
    constraints: { required, ...(name === 'id' && { unique: true }) },
  };
}

function slug(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'archive'
  );
}
