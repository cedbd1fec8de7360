import { isOpaque, isPlaceholder } from '../opaque.ts';
import type { Rule } from '../rule.ts';

/** Keys by the look that those who issue them give them, so that they can be found. */
const KEYS: readonly (readonly [name: string, anchor: string, pattern: RegExp])[] = [
  ['AWS key', 'akia', /\b((?:AKIA|ASIA)[0-9A-Z]{16})\b/g],
  ['AWS key', 'asia', /\b(ASIA[0-9A-Z]{16})\b/g],
  [
    'AWS secret',
    'secret',
    /aws_?secret_?(?:access_?)?key["']?\s*[:=]\s*["']?([A-Za-z0-9/+]{40})\b/gi,
  ],
  [
    'private key',
    'private key',
    /-----BEGIN [A-Z ]{0,20}PRIVATE KEY(?: BLOCK)?-----((?:\s|\\[rn]){1,4}[A-Za-z0-9+/=:,.\s\\-]{40,16384})/g,
  ],
  ['GitHub token', 'gh', /\b(gh[opusr]_[A-Za-z0-9]{30,255})\b/g],
  ['GitHub token', 'github_pat_', /\b(github_pat_\w{22,255})\b/g],
  ['GitLab token', 'glpat-', /\b(glpat-[\w-]{16,64})/g],
  ['Slack token', 'xox', /\b(xox[abeprs]-[\w-]{10,255})/g],
  ['Slack address', 'hooks.slack.com', /hooks\.slack\.com\/services\/(T\w{6,}\/B\w{6,}\/\w{16,})/g],
  ['Stripe key', '_live_', /\b([sr]k_live_[A-Za-z0-9]{10,255})\b/g],
  ['Google token', 'ya29.', /\b(ya29\.[\w-]{20,1024})/g],
  ['Google secret', 'gocspx-', /\b(GOCSPX-[\w-]{20,64})/g],
  ['SendGrid key', 'sg.', /\b(SG\.[\w-]{16,64}\.[\w-]{16,64})/g],
  ['Mailchimp key', '-us', /\b([0-9a-f]{32}-us\d{1,2})\b/g],
  ['npm token', 'npm_', /\b(npm_[A-Za-z0-9]{30,64})\b/g],
  ['API key', 'sk-', /\b(sk-(?:proj-|ant-|svcacct-)?[A-Za-z0-9_-]{20,255})\b/g],
  ['Mapbox secret', 'sk.ey', /\b(sk\.eyJ[\w-]{20,512}\.[\w-]{10,128})/g],
  ['Telegram bot', ':aa', /\b(\d{8,10}:AA[\w-]{32,34})\b/g],
  ['Azure key', 'accountkey=', /AccountKey=([A-Za-z0-9+/=]{40,128})/g],
  [
    'secret',
    'secret',
    /\b(?:client|app|api|consumer|oauth|shared|auth|token)_?secret["']?\s*[:=]\s*["']([\w./+~=-]{12,512})["']/gi,
  ],
];

const PASSWORD =
  /\b(?:user_?|login_?|db_?|admin_?)?(?:password|passwd|pwd)["']?\s*[:=]\s*["']([^"'\s<>]{4,200})["']/g;
const TYPED = /<input\b[^>]{0,1000}\btype\s*=\s*["']?password\b[^>]{0,1000}>/gi;

/** Keys and passwords, wherever they stand. */
export const credentials: Rule = function* ({ text, lower, role }) {
  for (const [name, anchor, pattern] of KEYS) {
    if (!lower.includes(anchor)) continue;
    for (const { 0: whole, 1: key = '', index } of text.matchAll(pattern)) {
      if (
        /EXAMPLE/.test(key) ||
        isPlaceholder(key) ||
        (anchor === 'sk-' && !isOpaque(key, 20)) ||
        (name === 'secret' && !isOpaque(key, 12))
      )
        continue;
      const start = index + whole.lastIndexOf(key);
      yield { kind: 'credential', start, end: start + key.length, name };
    }
  }
  if (!/passw|pwd/.test(lower)) return;
  for (const { 0: whole, index } of text.matchAll(TYPED)) {
    const value = /\svalue\s*=\s*(?:"([^"]+)"|'([^']+)')/i.exec(whole);
    const typed = value?.[1] ?? value?.[2];
    if (
      value === null ||
      typed === undefined ||
      isPlaceholder(typed) ||
      !/[\d\W_]/.test(typed.replace(/[\p{L}\s.…*•-]/gu, ''))
    )
      continue;
    const start = index + value.index + value[0].lastIndexOf(typed);
    yield { kind: 'credential', start, end: start + typed.length, name: 'password' };
  }
  for (const { 0: whole, 1: small = '', index } of lower.matchAll(PASSWORD)) {
    const start = index + whole.lastIndexOf(small);
    const value = text.slice(start, start + small.length);
    // Labels of forms and names of fields are words; a password has a number in it.
    const isChosen =
      role === 'form' ||
      (/\d/.test(value) && /[a-z]/i.test(value) && !/[-_/.#]\w*(?:password|pwd)/i.test(value));
    if (!isChosen || isPlaceholder(value)) continue;
    yield { kind: 'credential', start, end: start + value.length, name: 'password' };
  }
};
