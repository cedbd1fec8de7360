import { isMarker, type PrivateKind } from '../kinds.ts';
import { isPlaceholder } from '../opaque.ts';
import type { Match, Role, Rule } from '../rule.ts';

type HeaderKind = readonly [kind: PrivateKind, name: RegExp, value?: RegExp];

const HTTP: readonly HeaderKind[] = [
  ['cookie', /^cookie2?$/],
  ['set-cookie', /^(?:x-)?set-cookie2?$/],
  ['authorization', /^(?:x-)?(?:proxy-)?authori[sz]ation$|^authentication$/],
  [
    'api-key',
    /(?:^|[-_])(?:token|api-?key|apikey|auth|access-?key|secret|session(?:-?id)?|sid|csrf|xsrf|credentials?|password|passwd|jwt|otp|ticket|subscription-key)(?:[-_]|$)|^sec-websocket-key$/,
    // What servers say of tokens in general: what they accept and how they ask for it.
    /^(?!(?:true|false|\d{1,5}|fetch|required|none|-)$)/i,
  ],
  [
    'device',
    /^(?:x-)?(?:forwarded(?:-for)?|real-ip|client-ip|clientip|true-client-ip|originating-ip|remote-(?:ip|addr|user)|cluster-client-ip|fastly-client-ip|appengine-user-ip|envoy-external-address|azure-clientip|user-?id|user-?email|user-?name|user|device-?id|client-?id|udid|client-data|installation-id|visitor-?id|amzn-remapped-x-forwarded-for)$|^cf-connecting-ipv?6?$|^remote-user$|^from$/,
  ],
];

/** Names of HTTP that sound like a secret and hold none. */
const HARMLESS =
  /^(?:access-control-.*|www-authenticate|proxy-authenticate|vary|allow|expose-.*|content-security-policy.*|permissions-policy|feature-policy|cache-control|trailer|te|via|link|report-to|nel|x-session-type|clear-site-data|x-amz-cf-.*|origin-agent-cluster|x-powered-by|authority|:authority)$/;

const MAIL: readonly HeaderKind[] = [
  [
    'recipient',
    /^(?:(?:resent-|apparently-|x-)?to|(?:resent-)?b?cc|(?:x-)?(?:delivered|original|envelope|forwarded|rcpt|sent|real)-(?:to|rcpt)|x-(?:recipient|rcpt|receiver|mailer-recipient|ms-exchange-.*recipient.*|gm-.*-to)|envelope-recipient)$/,
    /@/,
  ],
  ['recipient', /^received$/, /\bfor\s+<?[^\s<>;]+@[^\s<>;]+/],
  // Where bounces go holds the recipient where each has a return address of its own (VERP).
  ['recipient', /^(?:return-path|sender|errors-to|x-envelope-from|bounces-to)$/, /[=+].*[=+@]/],
  ['unsubscribe', /^(?:x-)?list-(?:unsubscribe|subscribe|manage)$/, /\S/],
  ['device', /^x-(?:originating-ip|sender-ip|client-ip|forwarded-for|source-ip)$/, /\S/],
  [
    'tracking',
    /^x-(?:sg-eid|mc-user|mailgun-(?:sid|recipient.*|variables)|subscriber.*|contact.*|campaign-?recipient|job-recipient|sfmc-.*|recipient-id|user-?id)$/,
  ],
  ['api-key', /^(?:x-.*-)?(?:auth-token|api-key|authorization)$/],
];

const ARCHIVE_INFO: readonly HeaderKind[] = [
  ['device', /^(?:hostname|host|ip|operator|creator|http-header-from|from|user|username|contact)$/],
  ['authorization', /^(?:http-header-)?authorization$/],
  ['cookie', /^(?:http-header-)?cookie$/],
  // The command that made it, with what was said to the server.
  [
    'credential',
    /^[\w-]*(?:arguments|command)[\w-]*$/,
    /--?(?:header|password|user|http-pass\w*|load-cookies|cookie|auth)\b/i,
  ],
];

const TABLES: Readonly<Partial<Record<Role, readonly HeaderKind[]>>> = {
  'request-head': HTTP,
  'response-head': HTTP,
  'warc-head': ARCHIVE_INFO,
  'warc-info': ARCHIVE_INFO,
  'mail-head': MAIL,
};

const LINE = /^([!-9;-~]{1,100}):[ \t]*((?:[^\r\n]*)(?:\r?\n[ \t]+[^\r\n]*)*)/gm;

/** Headers that are private by their name, in the head of a request, a response or a message. */
export const headers: Rule = function* ({ text, role }) {
  const table = TABLES[role];
  if (table === undefined) return;
  for (const { 0: whole, 1: name = '', 2: raw = '', index } of text.matchAll(LINE)) {
    const value = raw.trim();
    const known = name.toLowerCase();
    if (value === '' || isMarker(value) || HARMLESS.test(known)) continue;
    const found = table.find(
      ([, names, values]) => names.test(known) && (values?.test(value) ?? true),
    );
    if (found === undefined) continue;
    const start = index + whole.length - raw.length + raw.indexOf(value);
    yield { kind: found[0], start, end: start + value.length, name };
  }
};

/** Lines of a request that stand in a text: a saved session, a log, what a browser copies as a command. */
const IN_TEXT: readonly (readonly [PrivateKind, string, RegExp])[] = [
  [
    'set-cookie',
    'set-cookie',
    /\bset-cookie["']?\s*[:=]\s*["']?((?:[\w!#$%&'*+.^`|~-]{1,100})=[^\s;"'<>]{2,4096}[^\r\n"'<>]*)/gi,
  ],
  [
    'cookie',
    'cookie',
    /(?:^|["'>\s])cookie["']?:\s*["']?((?:[\w!#$%&'*+.^`|~-]{1,100})=[^\s;"'<>]{3,4096}[^\r\n"'<>]*)/gim,
  ],
  [
    'authorization',
    'authorization',
    /\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?((?:(?:basic|bearer|token|apikey|negotiate)\s+[\w.~+/=-]{8,4096}|(?:digest|aws4-hmac-sha256)\s+[\w.~+/=,:" -]{20,4096}))/gi,
  ],
  [
    'api-key',
    '-',
    /\b(x-(?:api-?key|auth-token|csrf-token|xsrf-token|access-token|amz-security-token|auth-key|session-token))["']?\s*[:=]\s*["']?([\w.~+/=-]{8,4096})/gi,
  ],
  ['cookie', 'cookie', /"name"\s*:\s*"cookie"\s*,\s*"value"\s*:\s*"([^"]{3,8192})"/gi],
  ['set-cookie', 'set-cookie', /"name"\s*:\s*"set-cookie"\s*,\s*"value"\s*:\s*"([^"]{3,8192})"/gi],
  [
    'authorization',
    'authorization',
    /"name"\s*:\s*"(?:proxy-)?authorization"\s*,\s*"value"\s*:\s*"([^"]{3,8192})"/gi,
  ],
  [
    'recipient',
    '-to',
    /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to|x-delivered-to):[ \t]*(\S+@[^\r\n]+)/gim,
  ],
  ['unsubscribe', 'list-unsubscribe', /^list-unsubscribe:[ \t]*([^\r\n]{5,4096})/gim],
];

/** The same headers where they stand in a text that is no head of a message. */
export const headersInText: Rule = function* ({ text, lower, role }) {
  if (role !== 'text' && role !== 'form' && role !== 'warc-info') return;
  for (const [kind, anchor, pattern] of IN_TEXT) {
    if (!lower.includes(anchor)) continue;
    for (const match of text.matchAll(pattern)) {
      const value = match.at(-1) ?? '';
      const bare = value.replace(/^(?:basic|bearer|digest|token)\s+/i, '');
      if (isPlaceholder(bare) || !hasValue(kind, bare)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      yield { kind, start, end: start + value.length, name: kind } satisfies Match;
    }
  }
};

/** A word after the name is an explanation of the header, not its value. */
function hasValue(kind: PrivateKind, value: string): boolean {
  if (kind === 'recipient' || kind === 'unsubscribe') return /[@/]/.test(value);
  if (kind === 'cookie' || kind === 'set-cookie') return /=[^;\s]*[^;\s.…)]/.test(value);
  if (/^\d+$/.test(value)) return value.length >= 16;
  return /\d/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value) && !value.includes(' '));
}
