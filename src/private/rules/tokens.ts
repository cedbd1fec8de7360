import { isOpaque, isPlaceholder } from '../opaque.ts';
import type { Rule } from '../rule.ts';

const JWT = /\beyJ[\w-]{8,1024}\.eyJ[\w-]{8,16384}\.[\w-]{10,4096}/g;
const BEARER = /\bbearer(?:\s+|["']\s*[:=,]\s*["'])([\w.~+/-]{16,4096}=*)/gi;
const NAMED =
  /\b((?:access|auth|id|refresh|session|bearer|user|login|sso|oauth|jwt)[_-]?(?:token|jwt)|sessionid|session_id|sessiontoken|phpsessid|jsessionid)["']?\s*[:=]\s*["']([\w.~+/=-]{12,4096})["']/gi;

/** Claims that say who somebody is (RFC 7519, 4.1, and what is usual beside it); those of an app or a text do not. */
const OF_PERSON =
  /^(?:sub|upn|oid|u?id|uuid|sid|login|role|roles|secret|pass(?:word)?|(?:first|last|given|family|full|display|nick)?_?name|\w*(?:user|mail|session|account|customer|member|subscriber|reader|token|phone|device|profile)\w*)$/i;

/** Tokens that log somebody in, in a page's scripts or anywhere. */
export const tokens: Rule = function* ({ text, lower, role }) {
  if (text.includes('eyJ')) {
    for (const { 0: token, index } of text.matchAll(JWT)) {
      if (!isOfPerson(token)) continue;
      yield { kind: 'token', start: index, end: index + token.length, name: 'JWT' };
    }
  }
  if (role !== 'text' && role !== 'form') return;
  if (lower.includes('bearer')) {
    for (const { 0: whole, 1: token = '', index } of text.matchAll(BEARER)) {
      // The one that the scripts of X send for everyone.
      if (!isOpaque(token, 16) || /^A{12}/.test(token) || isAnonymous(token)) continue;
      const start = index + whole.lastIndexOf(token);
      yield { kind: 'token', start, end: start + token.length, name: 'Bearer' };
    }
  }
  if (!/token|session|jwt|sessid/.test(lower)) return;
  for (const { 0: whole, 1: name = '', 2: token = '', index } of text.matchAll(NAMED)) {
    if (!isOpaque(token, 12) || isPlaceholder(token) || isAnonymous(token)) continue;
    if (/^(?:pk[._]|AIza|A{12})/.test(token)) continue;
    // Of a service that the page asks for everyone, such as a map or a shop; of a person they are longer.
    if (
      /^(?:access|oauth)/i.test(name) &&
      !(token.length >= 20 && /[a-z]/.test(token) && /[A-Z]/.test(token))
    )
      continue;
    const start = index + whole.lastIndexOf(token);
    yield { kind: 'token', start, end: start + token.length, name };
  }
};

function isAnonymous(token: string): boolean {
  return /^eyJ[\w-]+\.eyJ/.test(token) && !isOfPerson(token);
}

/** A token of an app alone, the same for every reader, names nobody; one that can't be read may. */
function isOfPerson(token: string): boolean {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  if (!/^\s*\{[\s\S]*\}\s*$/.test(claims)) return true;
  if (/"role"\s*:\s*"anon"/.test(claims)) return false;
  return [...claims.matchAll(/"([^"\\]{1,100})"\s*:/g)].some(([, name = '']) =>
    OF_PERSON.test(name),
  );
}
