import { HOME, relativeAddress } from '../model/address.ts';
import { ALLOWED_ELEMENTS, isAllowedLink } from './allowed.ts';
import type { Dialect, Target } from './dialect.ts';
import { GUIDE_COMPONENTS } from './guide-components.ts';

/** An address of this site, from its root, in plain characters: no other host, no scheme, no way up. */
const OWN = /^(?:\/(?!(?:\.|%2e){1,2}(?:[/?#]|$))[\w.~%@+-]+)+(?:\?[^\s#\\]*)?(?:#\S*)?$|^\/$/i;

/** `del` is what `~~` makes: a guide is the archive's own text, and may strike out. */
const ELEMENTS: ReadonlySet<string> = new Set([...ALLOWED_ELEMENTS, 'del']);

/**
 * What a guide may hold: what an article may, and components that show what the archive holds.
 *
 * @param page address of the page that it stands on, from which its links lead
 */
export function guideDialect(page: string): Dialect {
  return {
    noun: 'dossier',
    elements: ELEMENTS,
    components: GUIDE_COMPONENTS,
    target: (address) => targetFrom(page, address),
    linkRemedy:
      'Write a full address, one of this site from its root (/people/x.html), or that of a heading here (#words-of-it).',
    imageRemedy: 'Show a picture of an article with <Picture article="…" at="…" />.',
    anchors: 'headings',
    isOwnText: true,
  };
}

function targetFrom(page: string, address: string): Target | undefined {
  if (isAllowedLink(address)) return { href: address, isExternal: true };
  if (/^#\S+$/.test(address)) return { href: address, isExternal: false };
  if (!OWN.test(address)) return undefined;
  return { href: relativeAddress(page, address === '/' ? HOME : address), isExternal: false };
}
