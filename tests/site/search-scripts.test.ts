import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type OpenIndex, openIndex } from '../../src/browser/search/engine/open.ts';
import { resultsOf } from '../../src/browser/search/engine/results.ts';
import { EMPTY } from '../../src/model/search/state.ts';
import { build, run, temporaryFolder } from './command.ts';
import { writeArticle, writeRecord, writeSettings } from './write-archive.ts';

/** Language, headline, text. */
const TEXTS = [
  [
    'ar',
    'المدينة تنتظر',
    'قال رئيس البلدية إن الانتخابات ستجري في الربيع وإن الميناء القديم سيغلق.',
  ],
  [
    'sr',
    'Град чека',
    'Градоначелник је рекао да су преговори о луци почели и да ће трајати до јесени.',
  ],
  [
    'sr-Latn',
    'Grad spava',
    'Gradonačelnik je rekao da su izbori u luci završeni i da niko nije pobedio.',
  ],
  [
    'zh',
    '市议会决定关闭老造纸厂',
    '林德瑙市议会星期二晚上投票决定关闭河边的老造纸厂，大学一直在寻找地方。',
  ],
  [
    'ja',
    '製紙工場の閉鎖を町議会が決定',
    '新幹線の駅に近いこの場所で、大学は織機の資料を保管する。',
  ],
  ['th', 'สภาเมืองปิดโรงงานกระดาษ', 'นายกเทศมนตรีกล่าวว่าการเลือกตั้งจะมีขึ้นในฤดูใบไม้ผลิ และท่าเรือเก่าจะถูกปิด'],
  ['km', 'ក្រុមប្រឹក្សាក្រុងបិទរោងចក្រ', 'អភិបាលក្រុងបាននិយាយថាការបោះឆ្នោតនឹងធ្វើនៅរដូវផ្ការីក។'],
  ['lo', 'ສະພາເມືອງປິດໂຮງງານ', 'ເຈົ້າເມືອງກ່າວວ່າການເລືອກຕັ້ງຈະມີຂຶ້ນໃນລະດູໃບໄມ້ປົ່ງ.'],
  ['my', 'မြို့ကောင်စီက စက်ရုံကိုပိတ်', 'မြို့တော်ဝန်က ရွေးကောက်ပွဲကို နွေဦးတွင်ကျင်းပမည်ဟုပြောသည်။'],
  [
    'ka',
    'ქალაქი ელოდება',
    'მერმა თქვა, რომ არჩევნები გაზაფხულზე გაიმართება და ძველი ნავსადგური დაიხურება.',
  ],
  ['he', 'העיר מחכה', 'ראש העיר אמר כי הבחירות ייערכו באביב וכי הנמל הישן ייסגר.'],
  ['be', 'Горад чакае', 'Мэр сказаў, што перамовы пра порт пачаліся і працягнуцца да восені.'],
  [
    'ko',
    '시의회 제지 공장 폐쇄 결정',
    '시장은 선거가 봄에 열리고 오래된 항구는 문을 닫는다고 말했다.',
  ],
  ['hi', 'शहर इंतज़ार में', 'महापौर ने कहा कि चुनाव वसंत में होंगे और पुराना बंदरगाह बंद होगा।'],
  [
    'en',
    'The paper in two scripts',
    'The mayor quoted 孫子兵法 and a sign that said добро пожаловать to the guests.',
  ],
] as const;

let index: OpenIndex;

before(async () => {
  const folder = temporaryFolder('scripts');
  const folders = { content: path.join(folder, 'content'), out: path.join(folder, 'site') };
  writeSettings(folders.content);
  writeRecord(folders.content, 'outlets', 'post', { name: 'Harbour Post', code: 'HP' });
  writeRecord(folders.content, 'sources', 'post', { name: 'Harbour Post', kind: 'newspaper' });
  for (const [at, [language, title, text]] of TEXTS.entries()) {
    const fields = { title, language, date: `2001-05-${at + 10}`, outlet: 'post', source: 'post' };
    writeArticle(folders.content, `2001/${language.toLowerCase()}`, fields, text);
  }
  const sealed = await run('seal', ['--all'], { folders });
  assert.equal(sealed.status, 0, sealed.stderr);
  // With Pagefind's own bundle, as every archive of this size.
  await build(folders);
  const file = (name: string) =>
    new Uint8Array(gunzipSync(readFileSync(path.join(folders.out, 'search', `${name}.bin`))));
  index = await openIndex(file('head'), async (name) => file(name));
});

describe('A search in an archive of many scripts', () => {
  for (const [query, languages] of [
    ['الميناء', 'ar'],
    // Other forms than the texts have.
    ['بالمدينة', 'ar'],
    ['преговорима', 'sr'],
    ['pregovori', 'sr'],
    ['изборима', 'sr-Latn'],
    ['造纸厂', 'zh'],
    ['市议会', 'zh'],
    ['"关闭老造纸厂"', 'zh'],
    ['新幹線', 'ja'],
    // Signs that stand apart.
    ['大線', ''],
    ['การเลือกตั้ง', 'th'],
    ['โรงงานกระดาษ', 'th'],
    ['ការបោះឆ្នោត', 'km'],
    ['ການເລືອກຕັ້ງ', 'lo'],
    ['ရွေးကောက်ပွဲ', 'my'],
    ['არჩევნები', 'ka'],
    ['הבחירות', 'he'],
    ['перамоваў', 'be'],
    ['선거가', 'ko'],
    ['चुनाव', 'hi'],
    ['孫子', 'en'],
    ['пожаловать', 'en'],
  ] as const) {
    it(`finds ${languages || 'nothing'} for ${query}`, async () => {
      const { hits } = await resultsOf(index, { ...EMPTY, query, match: 'all' }, 0, 10);
      assert.equal(hits.map(({ article }) => article.language).join(' '), languages);
    });
  }

  it('marks a word of several signs where it stands', async () => {
    const { hits } = await resultsOf(index, { ...EMPTY, query: '造纸厂' }, 0, 1);
    const marked = hits.flatMap(({ title }) => title.filter((one) => one.marked));
    assert.equal(marked.map(({ text }) => text).join(''), '造纸厂');
  });
});
