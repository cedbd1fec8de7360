import { EMAIL, isExample } from '../email.ts';
import type { Match, Rule } from '../rule.ts';

/** Words of newsletters before the address that they were sent to, in the languages of such letters. */
const BEFORE = [
  /\bthis\s+(?:e-?mail|message|newsletter|letter|mail|mailing|briefing|edition|alert)\s+(?:was|has\s+been|is)\s+(?:\w+\s+)?(?:sent|delivered|e-?mailed|intended|addressed|mailed|meant)\s+(?:out\s+)?(?:to|for)\b/g,
  /\b(?:(?:you(?:'|’)?(?:\s+a)?re|you\s+have)\s+(?:currently\s+)?)?(?:receiving|received|getting|got)\s+this\b(?:\s+(?:\w+\s+)?(?:e-?mail|message|newsletter|mail|letter|alert|briefing)\b)?/g,
  /\b(?:(?:you(?:'|’)?(?:\s+a)?re|currently)\s+)?(?:subscribed|signed\s+up|registered)\s+(?:to\s+[^.<]{0,60}\s+)?(?:with|as|under|using|at)\b/g,
  /\b(?:mailed|e-mailed|emailed|delivered)\s+to:?(?=\s)/g,
  /\b(?:e-?mail\s+)?sent\s+to:(?=\s)|(?:^|[>\n|•·])\s{0,20}sent\s+to\b|\bunsubscribe\b|\byour\s+(?:subscribed\s+)?e-?mail(?:\s+address)?\b/g,
  /\bdies(?:e|er|es)\s+(?:e-?mail|newsletter|nachricht|mail)\s+(?:wurde|ging|ist)(?:\s+\w+)?\s+an\b/g,
  /\b(?:cet|ce|cette)\s+(?:e-?mail|courriel|message|newsletter|lettre)\s+(?:a\s+été|est)\s+(?:\w+\s+)?(?:envoyée?|adressée?|destinée?)\s+[àa](?=\s)/g,
  /\beste?\s+(?:e-?mail|correo|mensaje|boletín)[^.<]{0,40}\s(?:enviado|enviou|dirigido)\s+(?:a|para)(?=\s)/g,
  /\bquesta?\s+(?:e-?mail|newsletter|messaggio)[^.<]{0,40}\sinviat[ao]\s+a(?=\s)/g,
  /(?:эт[оа]|гэт[аы]|ц(?:ей|е))\s+(?:письмо|сообщение|рассылка|ліст|лист)[^.<]{0,40}\s(?:отправлен[оа]?|адресован[оа]?|адпраўлен[ыа]|надіслан[оа]?)(?:\s+(?:на|для))?(?=\s)/g,
  /\b(?:ta|niniejsza)\s+wiadomość[^.<]{0,40}\s(?:wysłan[ao]|adresowan[ao])\s+(?:do|na)(?=\s)/g,
];

const ANCHORS =
  /this\s|receiv|subscri|mailed|sent to|deliver|signed|regist|your e|dies|cet|est[ae]|quest|эт|гэт|це|wiadomo/;

/** Letters after such words in which the address stands, markup and all, and between them on the page. */
const [WINDOW, GAP] = [600, 90];

/** The address of the person to whom a newsletter was sent, where its text says so. */
export const recipient: Rule = function* ({ text, lower, role }) {
  if (role !== 'text' || !lower.includes('@') || !ANCHORS.test(lower)) return;
  yield* subscribed(text, lower);
  for (const pattern of BEFORE) {
    for (const { 0: words, index } of lower.matchAll(pattern)) {
      const from = index + words.length;
      const found = emailIn(text.slice(from, from + WINDOW));
      if (found === undefined || isExample(found[0])) continue;
      const between = text.slice(from, from + found.index);
      const read = between.replace(/<[^>]*>?/g, ' ').replace(/\s+/g, ' ');
      if (read.length > GAP || (/unsubscribe|your/i.test(words) && read.length > 12)) continue;
      // Whom to write to is not to whom it was sent.
      if (/\b(?:contact|write|e-?mail|reply|reach|ask|questions?|by|from)\b[^.]{0,40}$/i.test(read))
        continue;
      const start = from + found.index;
      yield {
        kind: 'recipient',
        start,
        end: start + found[0].length,
        name: 'recipient of a newsletter',
      };
    }
  }
};

const SUBSCRIBED = new RegExp(
  `(${EMAIL.source})\\s+(?:is|was)\\s+(?:currently\\s+)?(?:subscribed|signed up|registered)\\b`,
  'gu',
);

/** “… because jane@… is subscribed to this list”. */
function* subscribed(text: string, lower: string): Iterable<Match> {
  if (!/\s(?:is|was)\s+(?:currently\s+)?(?:subscribed|signed up|registered)\b/.test(lower)) return;
  for (const { 1: address = '', index } of text.matchAll(SUBSCRIBED)) {
    if (isExample(address)) continue;
    const name = 'recipient of a newsletter';
    yield { kind: 'recipient', start: index, end: index + address.length, name };
  }
}

/** The first address of the words: the one that a link writes to is as often that of the outlet. */
function emailIn(area: string): { 0: string; index: number } | undefined {
  let from = 0;
  for (let count = 0; count < 4; count++) {
    const found = EMAIL.exec(area.slice(from));
    if (found === null) return undefined;
    const index = from + found.index;
    if (!/mailto:[^"'>]*$/i.test(area.slice(Math.max(0, index - 200), index))) {
      return { 0: found[0], index };
    }
    from = index + found[0].length;
  }
  return undefined;
}
