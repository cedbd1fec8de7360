import { fold } from './fold.ts';

// Endings of nouns, adjectives and verbs, the longest first. Used where no stemmer can be had, and
// to see that a word that is not in the archive is another form of one that is.
const ENDINGS: Readonly<Record<string, string>> = {
  uk: 'ями ами еві ові ого ому ими іми ості ою ею єю ів їв ам ям ах ях ий ій їй им ім их іх ої ів ати ити іти ють ять уть ать в ла ло ли а я о е є у ю и і ї й ь',
  be: 'амі ямі аві ага ому ага ымі імі асці ою ею ёй аў яў ам ям ах ях ы і ай яй ым ім ых іх ае ая яя ць ць а я о е у ю э й ь ў',
  ru: 'иями ями ами ого его ому ему ыми ими ости иях ях ах ям ам ов ев ей ой ый ий ою ею ая яя ое ее ые ие ую юю ым им ых их ом ем ию ия ии ить ать еть ют ут ят ат ит ет ла ло ли л а я о е у ю ы и й ь',
  bg: 'овците овете овци ове евете еве ищата ища ията ият ите ата ята ото ета ето ът ят та то те ия ий ове ски ска ско на но ни ен ме ш х ха хме хте ли ла ло л т м а я о е и у ъ ю',
  cs: 'ového ovému ovými ových ovým ové ová ový ovi ama ami emi ími ými ého ího ému ímu ích ých ách ech ata aty ové em ém ím ým ám ům ou ův ů ěte ete ěme eme íme áme íte áte ají ejí ět it at nout ovat al ala ali alo aly el il ila ili ilo ily a e ě i í o u ú ů y ý á é',
  sk: 'ového ovému ovými ových ovým ovej ová ové ový ovi ami imi ými ého ieho ému iemu ích ých ách iach och om am iam ám ím ým ej ou ov iť ať ieť ovať nuť al ala ali alo il ila ili ilo ete ite ate eme ime ame ajú ia ie iu a e i í o u ú y ý á é',
  pl: 'owie owego owemu owych owymi owym owa owe owy ający ająca ające ających ającym ając ami ach ego emu owi ymi imi iem ości ów om ie ej ich ych ym im ać eć ić yć ał ała ało ali ały ił iła iło ili iły ył yła yli ują uje ę esz isz ysz emy imy ymy ecie icie ycie ą a e i o u y',
  de: 'ungen erin innen ern em en er es e n s t',
  en: 'ations ation ingly edly ings ing ies ied ers est ed er es ly ion ions s e y al',
};

const OWN = new Set(['be', 'bg', 'cs', 'sk', 'pl', 'uk']);

const lists = new Map(
  Object.entries(ENDINGS).map(([language, list]) => [
    language,
    [...new Set(list.split(' ').map(fold))].sort((a, b) => b.length - a.length),
  ]),
);

/** Letters that are left of a word at least. */
const LEAST = 3;

/**
 * The stem of a folded form in a language without a stemmer that is kept.
 *
 * @returns undefined in other languages
 */
export function suffixStem(form: string, language: string): string | undefined {
  const code = language.split('-')[0] ?? '';
  return OWN.has(code) ? cut(form, lists.get(code) ?? []) : undefined;
}

function cut(form: string, endings: readonly string[]): string {
  const ending = endings.find((e) => form.endsWith(e) && form.length - e.length >= LEAST);
  return ending === undefined ? form : form.slice(0, -ending.length);
}

/** Whether two folded words differ in their endings only, in one of the languages given. */
export function areOneFamily(a: string, b: string, languages: Iterable<string>): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  if (shared < Math.max(LEAST, Math.min(a.length, b.length) - 3)) return false;
  for (const language of languages) {
    const endings = lists.get(language.split('-')[0] ?? '');
    if (endings === undefined) continue;
    for (let at = shared; at >= Math.max(LEAST, shared - 2); at--) {
      const [left, right] = [a.slice(at), b.slice(at)];
      if ((left === '' || endings.includes(left)) && (right === '' || endings.includes(right))) {
        return true;
      }
    }
  }
  return false;
}
