import { EMAIL, isExample } from '../email.ts';
import type { PrivateKind } from '../kinds.ts';
import { isOpaque, isPlaceholder } from '../opaque.ts';
import type { Rule, Scanned } from '../rule.ts';
import { TRACKING } from './tracking.ts';

/** Names that are given to nothing but a session, a pass or a password. */
const SESSION =
  /^(?:php_?sess_?id|j_?session_?id|aspsessionid\w*|asp\.net_sessionid|sess(?:ion)?_?(?:id|key|token)|session|sess|zenid|oscsid|cftoken|access_?token|id_?token|refresh_?token|(?:o?auth|login|user|session|security|sso|api|secret|magic|verification|confirm(?:ation)?|invite|member|reset|remember|bearer|personal)_?token|auth_?key|auth_?code|login_?key|oauth_verifier|client_?secret|api_?secret|secret|secret_?key|passw(?:or)?d|passwd|pwd|pass|saml(?:response|request|art)|jwt|bearer|x-amz-(?:security-token|signature|credential)|awsaccesskeyid|unlocked_article_code|sso_?ticket|user_?key|user_?hash)$/i;

/** Names that are as often given to something harmless; they count where the value was drawn. */
const DOUBTFUL =
  /^(?:sid|s_?id|token|tok|t|auth|key|k|api_?key|app_?key|access_?key|sig|signature|ticket|hash|h|code|otp|nonce|cred|credential|csrf\w*|xsrf\w*|_token|authenticity_token|secure|hmac|hdnts|hdnea|policy|st|share_?token|gift|giftcode|gift_?token|id_?hash|x-amz-\w+|viewer|user|uid|user_?id|account_?id|member_?id|customer_?id|recipient|rid|wtd|login|cfid)$/i;

/** Those of them that count in the links of a page too, and not in its own address alone. */
const IN_LINKS =
  /^(?:sid|token|auth|ticket|api_?key|otp|cred|share_?token|gift_?token|authenticity_token|logout_?hash)$/i;

/** Where an address of a person in a link is one to write to, or none of a person. */
const NO_PERSON =
  /^(?:src|cc|bcc|mail_?to|kontakt|contact|empf\w*|author|editor|subject|body|business|from)$/i;
const COMPOSE = /view=cm|\/compose|deeplink|@group\.calendar\./i;

/** Keys that a page shows to everyone, by how they begin: maps, payments, captchas, counters. */
const PUBLIC =
  /^(?:AIza|pk[._]|pub[-_]|6L[a-z]|GTM-|UA-|G-|AW-|DC-|ca-pub|0x4AAAA|data:|aHR0c)|(?:^|[-_.])public(?:[-_.]|$)/;

/** Files that a page shows or runs: their addresses are the same for every reader. */
const ASSET =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|m?js|css|woff2?|ttf|mp[34]|m3u8|ts|webm|json|xml|pdf)(?:[?#;&]|$)/i;

const PARAMETER = /[?&#]([\w.\-[\]]{1,60})=([^\s"'<>&#;\\{}|^`]{3,8192})/g;
const PASSWORD =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/:@"'<>?#]{1,128}):([^\s/@"'<>?#]{1,256})@[\w.-]/gi;
const IN_PATH =
  /;(?:jsessionid|phpsessid|sid|sessionid)=([\w.!-]{6,256})|\/\(([A-Z])\(([a-z0-9]{20,64})\)\)\//gi;

/** How much before an address says what it is. */
const BEFORE = 200;

/** Sessions, passes, passwords and persons in the query, the fragment or the path of an address. */
export const addresses: Rule = function* (scanned) {
  const { text, lower, role } = scanned;
  if (lower.includes('://')) {
    for (const { 0: whole, 1: user = '', 2: password = '', index } of text.matchAll(PASSWORD)) {
      if (
        isPlaceholder(password) ||
        /^(?:pass(?:word)?|pw)$|[(),]/i.test(password) ||
        /^\d{1,5}$/.test(password)
      )
        continue;
      const start = index + whole.indexOf(`${user}:${password}@`);
      yield {
        kind: 'session-address',
        start,
        end: start + user.length + 1 + password.length,
        name: 'user:password@',
      };
    }
  }
  for (const match of text.matchAll(IN_PATH)) {
    const value = match[1] ?? match[3] ?? '';
    if (isPlaceholder(value) || !/\d/.test(value)) continue;
    const start = match.index + match[0].lastIndexOf(value);
    yield {
      kind: 'session-address',
      start,
      end: start + value.length,
      name: match[1] ? 'jsessionid' : 'session in the path',
    };
  }
  let address = -1;
  let seen = 0;
  // The first field of a form stands behind no sign.
  const fields = role === 'form' ? `&${text}` : text;
  const shift = fields.length - text.length;
  for (const match of fields.matchAll(PARAMETER)) {
    const { 0: whole, 1: name = '', 2: value = '' } = match;
    const index = match.index - shift;
    // Where the address begins: addresses are looked for once, however many parameters they have.
    for (; seen < index; seen++) if (isDelimiter(text.charCodeAt(seen))) address = seen;
    const kind = kindOf(name, value, { scanned, start: address + 1, index });
    if (kind === undefined) continue;
    const start = index + whole.length - value.length;
    yield { kind, start, end: start + trimmed(value).length, name };
  }
};

/** Signs that end a sentence or a bracket are not part of an address. */
function trimmed(value: string): string {
  return value.replace(/[).,\]]+$/, '');
}

function isDelimiter(code: number): boolean {
  // White space, quotation marks, angle and round brackets.
  return (
    code <= 0x20 ||
    code === 0x22 ||
    code === 0x27 ||
    code === 0x3c ||
    code === 0x3e ||
    code === 0x28
  );
}

interface Place {
  readonly scanned: Scanned;
  /** Where the address begins, and where the parameter does. */
  readonly start: number;
  readonly index: number;
}

function kindOf(name: string, raw: string, place: Place): PrivateKind | undefined {
  const value = trimmed(raw);
  if (isPlaceholder(value) || PUBLIC.test(value) || isShared(name, place)) return undefined;
  const tracking = TRACKING.get(name.toLowerCase());
  if (tracking?.test(value)) return isInAddress(place) ? 'tracking' : undefined;
  if (value.includes('@') && !NO_PERSON.test(name)) {
    const person = personIn(value, place);
    if (person !== undefined) return person;
  }
  const isSession = SESSION.test(name);
  if (!isSession && !DOUBTFUL.test(name) && value.length < 32) return undefined;
  if (!isInAddress(place)) return undefined;
  if (isSession) return isSessionValue(value) ? 'session-address' : undefined;
  const own = isOwn(place);
  if (!own && !isLink(place)) return undefined;
  // Signed for everyone: the address of a picture or a script of the page.
  if (own && isPicture(place)) return undefined;
  if (DOUBTFUL.test(name)) {
    if (!own && (!IN_LINKS.test(name) || isAsset(place))) return undefined;
    const least = own ? 8 : /^s/i.test(name) ? 16 : 10;
    return isOpaque(value, least) ? 'session-address' : undefined;
  }
  return own && !HARMLESS.test(name) && isOpaque(value, 32) && !/[/:]/.test(value)
    ? 'session-address'
    : undefined;
}

/** Numbers that systems write into addresses for everyone: of what WordPress embeds, of Drupal's flags. */
function isShared(name: string, { scanned: { text }, start, index }: Place): boolean {
  if (!/^(?:secret|token|chash)$/i.test(name)) return false;
  return (
    /^chash$/i.test(name) ||
    /#\?$|\/flag\/\S*$/.test(text.slice(Math.max(start, index - 400), index + 1))
  );
}

/** Names of long values in addresses that say where a reader came from or which page it is. */
const HARMLESS =
  /^(?:utm_\w+|(?:fb|gb|g|dc|tw|ms|y|ttc|wbra|gbra)clid|gclsrc|igshid|srsltid|ved|usg|ei|gs_\w+|id|guid|uuid|[a-z]*_?id|article\w*|story\w*|post|doc\w*|p|q|v|url|ref\w*|src|title|slug|path|guce_\w+|file\w*|image|img|resource|rev\w*|version|digest|cmpid|ocid|ftag|s_cid|state|return\w*|redirect\w*|family)$/i;

function isSessionValue(value: string): boolean {
  if (value.length < 8 || /[(),]/.test(value)) return false;
  // “session=morning” of a conference's programme is no session.
  return /\d/.test(value) || value.length >= 16 || (/[a-z]/.test(value) && /[A-Z]/.test(value));
}

function personIn(value: string, { scanned, start, index }: Place): PrivateKind | undefined {
  const found = EMAIL.exec(value)?.[0];
  const address = scanned.text.slice(start, index + 200);
  if (found !== value || isExample(value) || COMPOSE.test(address)) return undefined;
  const isMail = /^mailto:/i.test(address);
  return isMail ? undefined : 'recipient';
}

function isInAddress({ scanned: { text, role }, start, index }: Place): boolean {
  if (role === 'form') return true;
  return /[/?]|^[\w.-]+[?#]/.test(text.slice(Math.max(start, index - 2048), index + 1));
}

function isAsset({ scanned: { text }, start, index }: Place): boolean {
  return ASSET.test(text.slice(Math.max(start, index - 2048), index + 1));
}

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|m?js|css|woff2?|ttf|mp[34]|webm)[?#;&]/i;

function isPicture({ scanned: { text }, start, index }: Place): boolean {
  return PICTURE.test(text.slice(Math.max(start, index - 2048), index + 1));
}

/** An address that somebody can follow: one of a link or a form, or in a text without markup. */
function isLink({ scanned: { text, lower }, start }: Place): boolean {
  const before = lower.slice(Math.max(0, start - BEFORE), start);
  const tag = before.lastIndexOf('<');
  if (tag > before.lastIndexOf('>'))
    return (
      /^<(?:a|area|form)\b/.test(before.slice(tag)) && /(?:href|action)\s*=\s*["']?$/.test(before)
    );
  // Among markup and programs an address that no link has is not for readers.
  if (/<(?:html|head|body|script|div|meta)\b/.test(lower)) return false;
  return text.charCodeAt(start) !== 0x3f;
}

/** An address of the page itself, which says by which address its reader came. */
function isOwn({ scanned: { lower, role }, start, index }: Place): boolean {
  if (role !== 'text' && role !== 'warc-info') return true;
  const before = lower.slice(Math.max(0, start - BEFORE), start);
  if (
    /(?:saved from url=\(?|(?:^|\n)[ \t]*(?:url|address|source|location):[ \t]*["']?)$/.test(before)
  )
    return true;
  const open = before.lastIndexOf('<');
  if (open === -1 || open < before.lastIndexOf('>')) return false;
  const tag = before.slice(open) + lower.slice(start, index + BEFORE).split('>', 1)[0];
  return /^<(?:link\b[^>]*rel=["']?canonical|base\b|meta\b[^>]*(?:og:url|twitter:url|al:web:url))/.test(
    tag,
  );
}
