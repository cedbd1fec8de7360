import { fullAddress } from '../../model/address.ts';
import { scriptJson } from './json-ld.ts';

/**
 * The way to a page as schema.org's BreadcrumbList.
 *
 * @param way pages that it is part of, from the widest, and the page itself
 * @returns JSON that may stand inside a script element
 */
export function breadcrumbList(
  way: readonly { readonly name: string; readonly address: string }[],
  baseUrl: string,
): string {
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: way.map(({ name, address }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: fullAddress(baseUrl, address),
    })),
  });
}
