import type { AuthorityData } from '../schema/authority.ts';

/** Every spelling under which outlets and sources are known, in small letters. */
export function organisationsOf(
  authorities: Readonly<Record<'outlets' | 'sources', readonly { readonly data: AuthorityData }[]>>,
): Set<string> {
  return new Set(
    [...authorities.outlets, ...authorities.sources].flatMap(({ data }) =>
      [data.name, ...data.variants.map(({ spelling }) => spelling)].map((name) =>
        name.toLowerCase(),
      ),
    ),
  );
}
