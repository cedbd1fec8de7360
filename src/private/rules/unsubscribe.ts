import { EMAIL } from '../email.ts';
import { isOpaque } from '../opaque.ts';
import type { Rule } from '../rule.ts';

/** Words of links by which a recipient leaves a list or changes what is sent. */
const WORDS =
  /unsubscrib|unsub\b|\/unsub|manage[-_ ]?(?:your[-_ ])?(?:e-?mail[-_ ]?)?(?:preferences|subscriptions?)|(?:e-?mail|update|subscription|newsletter)[-_ ]?(?:your[-_ ])?preferences|preference[-_ ]?cent|subscription[-_ ]?cent|update[-_ ]?(?:your[-_ ])?profile|view (?:this|it|online)[^<]{0,30}browser|view in (?:your )?browser|newsletter[-_ ]?abbestell|newsletter[-_ ]?abmeld|vom newsletter abmeld|d[ée]sabonn|d[ée]sinscri|darse de baja|cancelar[^<]{0,20}suscripci|disiscri|afmeld|uitschrijv|wypisz|отпис|адпіс|відпис|avregistrer|avprenumerera|odhl[aá]s/g;

/** Hosts whose opaque addresses are the same for everyone: forms of privacy law. */
const PUBLIC =
  /onetrust|trustarc|aboutads|networkadvertising|youronlinechoices|adssettings|privacyportal/i;

/** Links by which one person's subscription is ended, changed or read. */
export const unsubscribe: Rule = function* ({ text, lower, role }) {
  if (role !== 'text') return;
  const done = new Set<number>();
  let count = 0;
  for (const { 0: words, index } of lower.matchAll(WORDS)) {
    if (++count > MOST) {
      yield { kind: 'unread', start: index, end: index + words.length, name: 'too many links' };
      return;
    }
    for (const [start, end] of addressesOf(text, index, index + words.length)) {
      if (done.has(start)) continue;
      done.add(start);
      const address = text.slice(start, end);
      const secret = PUBLIC.test(address) ? undefined : personalPart(address);
      if (secret === undefined) continue;
      const place = start + address.indexOf(secret);
      yield { kind: 'unsubscribe', start: place, end: place + secret.length, name: words };
    }
  }
};

/** How many such words are looked at; no letter has as many, and a text with more is not vouched for. */
const MOST = 20_000;

type Place = readonly [start: number, end: number];

/** Longest address, longest tag, and how far words and address may be from each other in a sentence. */
const [ADDRESS, TAG, APART] = [4096, 3000, 80];
const AFTER =
  /^(?:[^<>"']{0,80}?["'<(\s])?(?=https?:\/\/|mailto:)|^["'\])]{0,3}\(?(?=https?:\/\/|mailto:)/i;
const LINK_AFTER = /^[^<>.]{0,80}<a\b[^>]{0,2000}?\shref\s*=\s*["']?/i;
const BEFORE = /(?:https?:\/\/|mailto:)[^\s"'<>()]{8,4096}[^\w"'<]{0,4}[^<>"'.]{0,40}$/i;

/** Where the addresses stand that belong to words: around them, of the link that they are in, or beside them. */
function* addressesOf(text: string, from: number, to: number): Iterable<Place> {
  const around = wordAround(text, from, to);
  if (/[/?=]/.test(text.slice(...around))) {
    yield around;
    return;
  }
  const before = text.slice(Math.max(0, from - TAG), from);
  const opening = before.lastIndexOf('<a');
  if (opening !== -1 && !/<\/a\b/i.test(before.slice(opening))) {
    const href = /\shref\s*=\s*["']?/i.exec(before.slice(opening));
    if (href !== null) {
      const start = from - before.length + opening + href.index + href[0].length;
      yield [start, addressEnd(text, start)];
    }
    return;
  }
  const after = text.slice(to, to + TAG);
  const link = LINK_AFTER.exec(after) ?? AFTER.exec(after);
  if (link !== null) {
    const start = to + link[0].length;
    yield [start, addressEnd(text, start)];
  }
  const near = before.slice(-(ADDRESS + APART));
  const earlier = /https?:|mailto:/i.test(near.slice(-1000))
    ? BEFORE.exec(near.slice(-1000))
    : null;
  if (earlier !== null) {
    const start = from - Math.min(near.length, 1000) + earlier.index;
    yield [start, addressEnd(text, start)];
  }
}

/** What stands around words without a space or a quotation mark. */
function wordAround(text: string, from: number, to: number): Place {
  let start = from;
  while (start > 0 && from - start < ADDRESS && !/[\s"'<>()]/.test(text[start - 1] ?? ' ')) start--;
  return [start, addressEnd(text, to)];
}

function addressEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < ADDRESS && !/[\s"'<>()]/.test(text[end] ?? ' ')) end++;
  return end;
}

/** What in an address tells one recipient from the others. */
function personalPart(address: string): string | undefined {
  const email = EMAIL.exec(address.replace(/^mailto:/i, ' '.repeat(7)));
  const mailto = /^mailto:/i.test(address);
  if (mailto) {
    const drawn = /[\w.=~+-]{12,}/g;
    return [...address.slice(7).matchAll(drawn)]
      .map(([part]) => part)
      .find((part) => isOpaque(part.split('@')[0] ?? '', 12));
  }
  if (email !== null) return email[0];
  const [place = '', query = ''] = splitQuery(address);
  const values = query.split(/[&;#]/).map((pair) => pair.slice(pair.indexOf('=') + 1));
  const drawn = values.find(
    (value) =>
      (isOpaque(value, 8) || /^\d{5,}$/.test(value)) &&
      !/^(?:19|20)\d{6}$|\.(?:js|css)\b/.test(value),
  );
  if (drawn !== undefined) return drawn;
  return place
    .replace(/^https?:\/\/[^/]*/i, '')
    .split('/')
    .find((part) => isOpaque(part, 12) && !/\.\w{2,5}$/.test(part));
}

function splitQuery(address: string): [string, string] {
  const at = address.search(/[?#]/);
  return at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}
