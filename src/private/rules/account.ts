import { EMAIL, isExample } from '../email.ts';
import { isOpaque, isPlaceholder } from '../opaque.ts';
import type { Match, Rule } from '../rule.ts';

/** What a page keeps of its reader, by the names that such objects have. */
const OBJECT =
  /\b(?:window\.)?_{0,2}(?:current_?user|logged_?in_?user|auth(?:enticated)?_?user|session_?user|user_?data|user_?info|user_?profile|user_?state|user_?session|user|viewer|me|customer|subscriber|member|account|session|identity|profile|visitor|reader)_{0,2}["']?\s*[:=]\s*(?:json\.parse\(["'`])?\s*\{/g;
const FIELD =
  /["']?\b(e-?mail(?:_?address)?|user_?email|login|user_?name|username|user_?id|display_?name)["']?\s*:\s*["']([^"'<>{}]{2,120})["']/gi;
/** Fields that hold nobody but the reader, wherever they stand. */
const OWN_FIELD =
  /\b((?:user|customer|subscriber|login|account|member|visitor|reader|hashed|viewer)_?e-?mail(?:_?(?:address|hash|sha256|md5))?|e-?mail_?(?:hash|sha256|md5|hashed)|wgusername|loggedinas|logged_in_as|currentusername|current_username)["']?\s*[:=]\s*["']([^"'<>{}\s][^"'<>{}]{1,200})["']/g;
const LOGGED_IN =
  /\b(?:is_?)?(?:user_?)?(?:logged_?in|authenticated|signed_?in)(?:_?user|_?status|_?state)?["']?\s*[:=]\s*(?:true\b|["'](?:true|1|yes|y|logged[-_ ]?in)["']|1\b)/g;
const STATUS =
  /\b(?:login|user|auth|visitor|subscription)_?(?:status|state|type)["']?\s*[:=]\s*["'](?:logged[-_ ]?in|signed[-_ ]?in|member|subscriber|authenticated|registered)["']/g;
/** Objects that hold nobody but the reader. */
const OWN_OBJECT =
  /\b(?:window\.)?(?:__user__|__current_?user__|current_?user|logged_?in_?user|auth(?:enticated)?_?user|session_?user|viewer)["']?\s*[:=]\s*\{/g;
const NAME =
  /["']?\b(?:id|uid|user_?id|name|user_?name|login|display_?name|first_?name|last_?name)["']?\s*:\s*["']?([^"'<>{}\s,][^"'<>{},]{2,80})["']?/gi;
const NOT_IN =
  /anonymous|guest|(?:logged_?in|authenticated|signed_?in)["']?\s*:\s*(?:false|0|["']false)/i;
const SHOWN_NAME =
  /class\s*=\s*["'][^"']{0,200}\b(?:user|account|profile|member|display)[-_]?name\b[^"']{0,200}["'][^>]{0,300}>\s{0,20}([^<>{}\s][^<>{}]{1,80})</gi;
const USER_ID =
  /["']?\b(?:user_?id|userid|uid|account_?id|customer_?id|member_?id|subscriber_?id|user_?name|username|login|display_?name|first_?name|e-?mail)["']?\s*[:=]\s*["']?([\w.@+-]{2,120})["']?/gi;
const NOBODY =
  /^lo_|^(?:0|-1|null|undefined|none|guest|anonymous|anon|true|false|string|number|user|username|email|name|id|uid|login|required|optional|function|new|this|void|var|e|t|n|r|i|o|a|s|window|document)$/i;

/** Words that greet a reader who is logged in; templates have signs in the place of a name. */
const GREETING =
  /\b(?:logged|signed)\s+in\s+as:?\s*((?:<[^>]{0,400}>|\s){0,12})([^\s<>{}%$"'+\\,;:()[\]|.…][^<>{}%$"'+\\;()[\]|]{1,60})(?=[<\s.,(]|$)|\b(?:eingeloggt|angemeldet)\s+als:?\s*((?:<[^>]{0,400}>|\s){0,12})([^\s<>{}%$"'+\\,;:()[\]|][^<>{}%$"'+\\;()[\]|]{1,60})|\bhowdy,\s*((?:<[^>]{0,400}>|\s){0,12})([^\s<>{}%$"'+\\,;:()[\]|][^<>{}%$"'+\\;()[\]|]{1,60})/g;
/** A list of links that only somebody with an account has. */
const LOGOUT =
  /<a\b[^>]{0,600}href\s*=\s*["']?[^"'\s>]{0,300}(?:\/|=|\b)(?:log-?out|sign-?out|logoff|signoff|abmelden|deconnexion)\b/i;
const MARKS: readonly RegExp[] = [
  /<body\b[^>]{0,2000}class\s*=\s*["'][^"']{0,2000}(?<![\w-])(?:user-)?logged-in(?![\w-])/i,
  /id\s*=\s*["']wp-admin-bar-(?:my-account|user-info)/i,
];
const META =
  /<meta\b[^>]{0,200}name\s*=\s*["'](?:user-login|current-user|user-id|octolytics-actor-(?:id|login)|username|user-email|logged-in-user|user_id|ajs-user-id)["'][^>]{0,200}content\s*=\s*["']([^"']{1,200})["']/g;
const DATA =
  /\sdata-(?:current-)?user(?:-?(?:id|name|email|login))?\s*=\s*["']([^"'{}<>]{2,200})["']/g;
const HIDDEN =
  /<input\b[^>]{0,2000}\bname\s*=\s*["']?(authenticity_token|__RequestVerificationToken|csrfmiddlewaretoken|csrf[-_]?token|_csrf(?:_token)?|xsrf[-_]?token|_token|form_token|user_token|logout_?token|security_?token|sesskey|fb_dtsg|wpnonce|_wpnonce)\b[^>]{0,2000}>/gi;
const META_CSRF =
  /<meta\b[^>]{0,200}name\s*=\s*["'](?:csrf-token|_csrf|xsrf-token)["'][^>]{0,200}content\s*=\s*["']([^"']{8,400})["']/gi;
const TYPED_EMAIL =
  /<input\b[^>]{0,1000}\bvalue\s*=\s*(?:"([^"@<>]{1,64}@[^"<>]{3,190})"|'([^'@<>]{1,64}@[^'<>]{3,190})')[^>]{0,1000}>/gi;

/** How far into an object its fields are looked for. */
const OBJECT_LENGTH = 800;
const NEAR = 600;

/** What a page saved by somebody who was logged in says of them. */
export const account: Rule = function* (scanned) {
  const { text, lower, role } = scanned;
  if (role !== 'text') return;
  yield* inState(text, lower);
  yield* inMarkup(text, lower);
};

function* inState(text: string, lower: string): Iterable<Match> {
  if (lower.includes('@') || lower.includes('email') || lower.includes('wgusername')) {
    for (const { 0: whole, 1: name = '', 2: value = '', index } of lower.matchAll(OWN_FIELD)) {
      if (NOBODY.test(value) || isPlaceholder(value) || isExample(value)) continue;
      const isAddress = EMAIL.test(value);
      const isHash = /^[0-9a-f]{32}$|^[0-9a-f]{40}$|^[0-9a-f]{64}$/i.test(value);
      const isName = /^(?:wgusername|logged_?in_?as|current_?user_?name)$/i.test(name);
      if (!isAddress && !isHash && !isName) continue;
      yield matchOf(index, whole, value, name);
    }
  }
  if (lower.includes('@')) {
    for (const { 0: opening, index } of lower.matchAll(OBJECT)) {
      const from = index + opening.length;
      const area = text.slice(from, from + OBJECT_LENGTH);
      if (!area.includes('@')) continue;
      const inside = objectFrom(area);
      for (const { 0: whole, 1: name = '', 2: value = '', index: at } of inside.matchAll(FIELD)) {
        if (!/mail/i.test(name) && !EMAIL.test(value)) continue;
        const found = EMAIL.exec(value)?.[0];
        if (found !== value.trim() || isExample(value)) continue;
        if (
          /^(?:user|profile|account|member|me)$/i.test(opening.replace(/[^a-z]/gi, '')) &&
          isOfAuthor(text, index)
        )
          continue;
        yield matchOf(from + at, whole, value, name);
      }
    }
  }
  for (const { 0: opening, index } of lower.matchAll(OWN_OBJECT)) {
    const from = index + opening.length;
    const inside = objectFrom(text.slice(from, from + OBJECT_LENGTH));
    if (NOT_IN.test(inside)) continue;
    for (const { 0: whole, 1: value = '', index: at } of inside.matchAll(NAME)) {
      if (NOBODY.test(value) || isPlaceholder(value) || /[().]|=>/.test(value)) continue;
      yield matchOf(from + at, whole, value, 'user');
    }
  }
  if (!/logged[-_ ]?in|authenticated|signed[-_ ]?in|member|subscriber|registered/.test(lower))
    return;
  for (const { 0: words, index } of [...lower.matchAll(LOGGED_IN), ...lower.matchAll(STATUS)]) {
    const from = Math.max(0, index - NEAR);
    const area = text.slice(from, index + words.length + NEAR);
    for (const { 0: whole, 1: value = '', index: at } of area.matchAll(USER_ID)) {
      if (NOBODY.test(value) || !/\d|["']/.test(whole.slice(whole.search(/[:=]/)))) continue;
      yield matchOf(from + at, whole, value, 'user');
    }
  }
}

/** Authors of pages are users of its system too. */
function isOfAuthor(text: string, index: number): boolean {
  return /author|byline|contributor|writer|editor|reporter|creator|staff|publisher|organi[sz]ation/i.test(
    text.slice(Math.max(0, index - 300), index),
  );
}

/** What stands inside a brace, to the one that closes it. */
function objectFrom(text: string): string {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return text.slice(0, at);
  }
  return text;
}

function* inMarkup(text: string, lower: string): Iterable<Match> {
  yield* greetings(lower);
  if (!lower.includes('<')) return;
  for (const { 0: whole, 1: value = '', index } of lower.matchAll(META)) {
    if (NOBODY.test(value)) continue;
    yield matchOf(index, whole, value, 'user');
  }
  if (lower.includes('<input')) {
    for (const { 0: whole, 1: first, 2: second, index } of text.matchAll(TYPED_EMAIL)) {
      const value = (first ?? second ?? '').trim();
      if (EMAIL.exec(value)?.[0] !== value || isExample(value)) continue;
      if (
        /type\s*=\s*["']?(?:hidden|submit|button)/i.test(whole) &&
        !/name\s*=\s*["']?[\w[\]-]*(?:user|login|e-?mail|account)/i.test(whole)
      )
        continue;
      if (/name\s*=\s*["']?[\w[\]-]*(?:recipient|to|admin|contact|business|from)\b/i.test(whole))
        continue;
      yield matchOf(index, whole, value, 'e-mail address in a form');
    }
  }
  if (!LOGOUT.test(text) && !MARKS.some((mark) => mark.test(text))) return;
  // Only now: forms of pages that nobody is logged in to have such tokens too.
  for (const { 0: whole, 1: name = '', index } of text.matchAll(HIDDEN)) {
    const value = /\svalue\s*=\s*["']?([^"'\s>]{8,4096})/i.exec(whole)?.[1];
    if (value !== undefined && isOpaque(value, 8)) yield matchOf(index, whole, value, name);
  }
  for (const { 0: whole, 1: value = '', index } of text.matchAll(SHOWN_NAME)) {
    if (!NOBODY.test(value)) yield matchOf(index, whole, value.trim(), 'name of the reader');
  }
  for (const { 0: whole, 1: value = '', index } of text.matchAll(META_CSRF)) {
    if (isOpaque(value, 8)) yield matchOf(index, whole, value, 'csrf-token');
  }
  for (const { 0: whole, 1: value = '', index } of lower.matchAll(DATA)) {
    if (!NOBODY.test(value) && !isPlaceholder(value)) yield matchOf(index, whole, value, 'user');
  }
}

function* greetings(lower: string): Iterable<Match> {
  if (!/(?:logged|signed)\s+in\s+as|(?:eingeloggt|angemeldet)\s+als|howdy,/.test(lower)) return;
  for (const match of lower.matchAll(GREETING)) {
    const name = (match[2] ?? match[4] ?? match[6] ?? '').trim();
    // Words of a sentence, and not a name.
    if (
      name.length < 2 ||
      /^(?:an?|the|your?|any|one|user|username|guest|another|different|if|someone|edit|change|switch|log|sign)\b/i.test(
        name,
      )
    )
      continue;
    yield matchOf(match.index, match[0], name, 'name of the reader');
  }
}

function matchOf(index: number, whole: string, value: string, name: string): Match {
  const start = index + whole.lastIndexOf(value);
  return { kind: 'account', start, end: start + value.length, name };
}
