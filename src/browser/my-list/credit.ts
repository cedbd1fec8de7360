import type { CslItem } from '../../formats/citation/csl-json.ts';
import { spokenName } from '../../formats/reference/names.ts';

/** Authors, outlet and date of an article in one line. */
export function creditOf(item: CslItem): string {
  const authors = (item.author ?? []).map(spokenName);
  const date = item.custom['date'] ?? item.custom['edtf'] ?? '';
  return [authors.join(', '), item['container-title'], date]
    .filter((part) => part !== '')
    .join(' · ');
}
