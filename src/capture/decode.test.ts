import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './decode.ts';

/** Where each byte from 0x80 on leads, as Node's own tables have it; enough to write samples in. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let one = 0; one < 256; one++) table.set(decoder.decode(Uint8Array.of(one)), [one]);
  if (/^(?:shift_jis|euc|big5|gb)/.test(encoding)) {
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x40; second < 0xff; second++) {
        const letter = decoder.decode(Uint8Array.of(first, second));
        if ([...letter].length === 1 && !table.has(letter)) table.set(letter, [first, second]);
      }
  }
  return Uint8Array.from([...text].flatMap((letter) => table.get(letter) ?? [0x3f]));
}

const SAMPLES: readonly (readonly [encoding: string, text: string])[] = [
  ['shift_jis', '政府は月曜日、家庭用天然ガスの価格を引き下げると発表した。野党は反対している。'],
  ['euc-jp', '政府は月曜日、家庭用天然ガスの価格を引き下げると発表した。野党は反対している。'],
  ['gb18030', '政府星期一宣布，经过与供应商数周的谈判，家用天然气价格将下调百分之十二。'],
  ['big5', '政府星期一宣布，經過與供應商數週的談判，家用天然氣價格將調降百分之十二。'],
  ['euc-kr', '정부는 월요일 공급업체와 몇 주에 걸친 협상 끝에 가스 가격을 내린다고 발표했다.'],
  ['windows-1251', 'Правительство объявило о снижении цены на природный газ для населения.'],
  ['windows-1251', 'Урад абвясціў у панядзелак, што зніжае цану на прыродны газ для насельніцтва.'],
  ['koi8-r', 'Правительство объявило о снижении цены на природный газ для населения.'],
  ['windows-1256', 'أعلنت الحكومة يوم الاثنين أنها ستخفض سعر الغاز الطبيعي للمنازل في البلاد.'],
  ['windows-1255', 'הממשלה הודיעה ביום שני כי תוריד את מחיר הגז הטבעי למשקי הבית במדינה.'],
  ['windows-1250', 'Rząd zapowiedział w środę, że obniży cenę gazu, a część ceł się nie zmieni.'],
  [
    'windows-1252',
    'Le gouvernement a annoncé qu’il réduirait le prix du gaz, après un été difficile.',
  ],
];

for (const [encoding, text] of SAMPLES) {
  test(`a page in ${encoding} that names no encoding is read: ${text.slice(0, 12)}`, () => {
    const bytes = encode(`<p class="a">${text}</p>\n<p>${text}</p>`, encoding);
    const decoded = decode(bytes);
    assert.equal(decoded.text, `<p class="a">${text}</p>\n<p>${text}</p>`);
    assert.equal(decoded.guessed, true);
  });
}

test('Japanese in seven bits is known by its escapes and not taken for letters', () => {
  const bytes = Buffer.from('1b24422555253925481b2842', 'hex');
  assert.deepEqual(decode(bytes), { text: 'フスト', encoding: 'iso-2022-jp', guessed: false });
});

test('a western encoding that a template names over Cyrillic bytes is not believed', () => {
  const text = 'Правительство объявило о снижении цены на природный газ для населения.';
  const decoded = decode(encode(text, 'windows-1251'), ['iso-8859-1']);
  assert.deepEqual(decoded, { text, encoding: 'windows-1251', guessed: true });
});

test('a western encoding over western bytes is believed', () => {
  const text = 'Le gouvernement a annoncé un été difficile; la Suède et le Danemark aussi.';
  assert.deepEqual(decode(encode(text, 'windows-1252'), ['iso-8859-1']), {
    text,
    encoding: 'iso-8859-1',
    guessed: false,
  });
});

test('one broken byte in a page of UTF-8 does not change all other letters', () => {
  const bytes = Buffer.concat([
    Buffer.from('Цена на газ снизится на 12 %. '.repeat(20)),
    Buffer.of(0xff),
  ]);
  const decoded = decode(bytes);
  assert.equal(decoded.encoding, 'utf-8');
  assert.ok(decoded.text.startsWith('Цена на газ'));
  assert.equal(decoded.guessed, true);
});
