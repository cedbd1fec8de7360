import { fullAddress } from '../../model/address.ts';
import type { Settings } from '../../model/schema/settings.ts';

/** Address of the file that says whom to tell of a hole (RFC 9116). */
export const SECURITY_TXT = '/.well-known/security.txt';

/**
 * Whom to tell of a hole, in the form of RFC 9116. It must say until when it holds, and a build reads
 * no clock: the keeper promises that in archive.yml, and without that promise there is no file.
 */
export function securityTxt(settings: Settings): string | undefined {
  const { contact, securityUntil, language, baseUrl } = settings;
  if (securityUntil === undefined) return undefined;
  const languages = [...new Set(['en', language])].join(', ');
  return `Contact: mailto:${contact}
Expires: ${securityUntil}T00:00:00Z
Preferred-Languages: ${languages}
Canonical: ${fullAddress(baseUrl, SECURITY_TXT)}
`;
}
