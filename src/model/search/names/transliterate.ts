// Plain transliterations into Latin letters, one for all languages of a script: they need not be the
// official ones, because spellings are compared by sound afterwards.
const CYRILLIC =
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya є:ye љ:l њ:n ћ:ch ђ:dj џ:dzh ѓ:g ќ:k ѕ:dz һ:h ј:y і:i ғ:g қ:k ң:n ө:o ү:u ұ:u ҳ:h ҷ:j ҹ:j ҝ:g';
const GEORGIAN =
  'ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:gh ყ:k შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h';
const ARMENIAN =
  'ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:e թ:t ժ:zh ի:i լ:l խ:kh ծ:ts կ:k հ:h ձ:dz ղ:gh ճ:ch մ:m յ:y ն:n շ:sh ո:o չ:ch պ:p ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts ւ:v փ:p ք:k օ:o ֆ:f և:ev';
const GREEK =
  'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:kh ψ:ps ω:o';
const ARABIC =
  'ا:a ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع:a غ:gh ف:f ق:q ك:k ک:k ل:l م:m ن:n ه:h و:w ي:y ی:y ى:a ة:a پ:p چ:ch ژ:zh گ:g';
const HEBREW =
  'א:a ב:b ג:g ד:d ה:h ו:v ז:z ח:kh ט:t י:y כ:k ך:k ל:l מ:m ם:m נ:n ן:n ס:s ע:a פ:p ף:f צ:ts ץ:ts ק:k ר:r ש:sh ת:t';

const LETTERS = new Map(
  [CYRILLIC, GEORGIAN, ARMENIAN, GREEK, ARABIC, HEBREW].flatMap((table) =>
    table.split(' ').map((pair) => pair.split(':') as [string, string]),
  ),
);

/** A folded word in Latin letters; what has no letter of its own there is left out. */
export function transliterate(word: string): string {
  if (/^[a-z0-9 ]*$/.test(word)) return word;
  let latin = '';
  for (const letter of word) {
    latin += /[a-z0-9 ]/.test(letter) ? letter : (LETTERS.get(letter) ?? '');
  }
  return latin;
}
