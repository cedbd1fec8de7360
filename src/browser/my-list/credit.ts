import type { CslItem } from '../../formats/citation/csl-json.ts';

/** Authors, outlet and date of an article in one line. */
export function creditOf(item: CslItem): string {
  const authors = (item.author ?? []).map((name) =>
    'literal' in name ? name.literal : `${name.given} ${name.family}`,
  );
  const date = item.custom['date'] ?? item.custom['edtf'] ?? '';
  return [authors.join(', '), item['container-title'], date]
    .filter((part) => part !== '')
    .join(' · ');
}
