import { fullAddress, recordAddress } from '../../model/address.ts';
import type { Kind } from '../../model/kinds.ts';
import type { HoldingsToExport } from '../reference/holdings.ts';

/** The records of one kind with every spelling, a record a line. */
export function authoritiesJson(kind: Kind, { settings, authorities }: HoldingsToExport): string {
  const records = authorities[kind].map(({ id, data }) =>
    JSON.stringify({
      id,
      address: fullAddress(settings.baseUrl, recordAddress(kind, id)),
      ...data,
    }),
  );
  const head = `{"archive":${JSON.stringify(settings.title)},"kind":"${kind}","rights":${JSON.stringify(settings.rights.trim())},"records":[`;
  return `${head}\n${records.join(',\n')}\n]}\n`;
}
