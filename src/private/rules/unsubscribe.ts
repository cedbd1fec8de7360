import { EMAIL } from '../email.ts';
import { isOpaque } from '../opaque.ts';
import type { Rule } from '../rule.ts';

/** Words of links by which a recipient leaves a list or changes what is sent. */
const WORDS =
  /unsubscrib|unsub\b|\/unsub|manage[-_ ]?(?:your[-_ ])?(?:e-?mail[-_ ]?)?(?:preferences|subscriptions?)|(?:e-?mail|update|subscription|newsletter)[-_ ]?(?:your[-_ ])?preferences|preference[-_ ]?cent|subscription[-_ ]?cent|update[-_ ]?(?:your[-_ ])?profile|view (?:this|it|online)[^<]{0,30}browser|view in (?:your )?browser|newsletter[-_ ]?abbestell|newsletter[-_ ]?abmeld|vom newsletter abmeld|d[ée]sabonn|d[ée]sinscri|darse de baja|cancelar[^<]{0,20}suscripci|disiscri|afmeld|uitschrijv|wypisz|отпис|адпіс|відпис|avregistrer|avprenumerera|odhl[aá]s/g;

const ADDRESS = /\bhttps?:\/\/[^\s"'<>)\]]{8,4096}|mailto:[^\s"'<>)\]]{8,2048}/gi;

/** Letters around the words in which their link stands. */
const [BEFORE, AFTER] = [1200, 400];

/** Hosts whose opaque addresses are the same for everyone: forms of privacy law. */
const PUBLIC =
  /onetrust|trustarc|aboutads|networkadvertising|youronlinechoices|adssettings|privacyportal/i;

/** Links by which one person's subscription is ended, changed or read. */
export const unsubscribe: Rule = function* ({ text, lower, role }) {
  if (role !== 'text') return;
  let done = -1;
  for (const { 0: words, index } of lower.matchAll(WORDS)) {
    const from = Math.max(0, index - BEFORE);
    const area = text.slice(from, index + words.length + AFTER);
    for (const { 0: address, index: at } of area.matchAll(ADDRESS)) {
      const start = from + at;
      const end = start + address.length;
      if (start <= done) continue;
      if (end < index && !isInLink(area.slice(at + address.length, index - from))) continue;
      if (start > index + words.length && !isBeside(area.slice(index - from + words.length, at)))
        continue;
      const secret = personalPart(address);
      if (secret === undefined || PUBLIC.test(address)) continue;
      done = start;
      const place = start + address.indexOf(secret);
      yield { kind: 'unsubscribe', start: place, end: place + secret.length, name: words };
    }
  }
};

/** Between an address and the words of its link stand the rest of its tag and other tags, not its end. */
function isInLink(between: string): boolean {
  if (/<\/a\b/i.test(between) || between.length > 800) return false;
  if (/^["'][^<]*>/.test(between)) return between.replace(/<[^>]*>/g, '').length < 300;
  // A Markdown reference, or an address in words: “<https://…> to unsubscribe”.
  return between.length < 40 && !/[.!?\n]\s/.test(between);
}

/** In a text the address follows the words: “Unsubscribe: https://…”, “[Unsubscribe](https://…)”. */
function isBeside(between: string): boolean {
  if (/<a\b/i.test(between)) return /^[^<]{0,60}<a\b[^>]*href\s*=\s*["']?$/i.test(between);
  return between.length < 80 && !/<\/?[a-z]/i.test(between);
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
      (isOpaque(value, 8) || /^\d{7,}$/.test(value)) &&
      !/^(?:19|20)\d{6}$|\.(?:js|css)\b/.test(value),
  );
  if (drawn !== undefined) return drawn;
  return place
    .split('/')
    .slice(3)
    .find((part) => isOpaque(part, 12) && !/\.\w{2,5}$/.test(part));
}

function splitQuery(address: string): [string, string] {
  const at = address.search(/[?#]/);
  return at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}
