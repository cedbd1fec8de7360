/** Letters that Unicode does not take apart and readers type without their stroke. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ĸ: 'k', ŋ: 'ng' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ə: 'a', ґ: 'г', ғ: 'г', қ: 'к', ң: 'н', ө: 'о' },
  ...{ ү: 'у', ұ: 'у', һ: 'х', җ: 'ж', ә: 'а' },
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const ASCII = /^[\0-\x7f]*$/;

/**
 * Marks that readers leave out: accents, points of vowels in Arabic and Hebrew. In the scripts of India and
 * south-east Asia marks are the vowels themselves, and the two of Japanese make other letters.
 */
const ACCENT =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;

/**
 * A text as it is compared in searches: small letters, no accents, no strokes. It is applied to what
 * is indexed and to what is typed, so that it need not be right for a language, only the same.
 */
export function fold(text: string): string {
  const small = text.toLowerCase();
  if (ASCII.test(small)) return small;
  return small
    .normalize('NFKD')
    .replace(ACCENT, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENT, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}
