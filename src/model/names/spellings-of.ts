import type { Kind } from '../kinds.ts';
import type { AuthorityData } from '../schema/authority.ts';
import type { Spelling } from './mentions.ts';

/** Every spelling of a record, each with its owner as `kind/id`. */
export function spellingsOf({
  kind,
  id,
  data,
}: {
  readonly kind: Kind;
  readonly id: string;
  readonly data: AuthorityData;
}): Spelling<string>[] {
  const owner = `${kind}/${id}`;
  return [data.name, ...data.variants.map(({ spelling }) => spelling)].map((text) => ({
    text,
    owner,
  }));
}
