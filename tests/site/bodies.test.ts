import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { shippedArchive } from './archive-files.ts';
import { mainOf, shippedSite, words } from './built-site.ts';

const site = shippedSite();
const archive = shippedArchive();

/** The first and last words of each passage of the five articles, taken from the captures by hand. */
const PASSAGES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  '2009/lukashenka-says-he-will-make-no-new-concessions-to-west': [
    ['Lukashenka Says He', 'Concessions To West'],
    ['Belarusian President Alyaksandr', 'President Alyaksandr Lukashenka'],
    ['MINSK (Reuters) -', 'his ex-Soviet state.'],
    ['Lukashenka has been', 'over energy issues.'],
    ['Belarus has since', 'since the mid-1990s.'],
    ['But Lukashenka, touring', 'a policy U-turn.'],
    ['"If someone in', 'him as saying.'],
    ['"If someone is', 'will not work."'],
    ['Lukashenka said he', 'resort of Sochi.'],
    ['Moscow has been', 'views as anti-Russian.'],
    ['Moscow has also', 'in the West.'],
    ['Belarus is irritated', 'the Russian market.'],
    ['Lukashenka told reporters', 'nothing at all."'],
    ['Ties with the', 'for independent media.'],
  ],
  '2010/lukashenko-accuses-moscow-of-meddling': [
    ['Lukashenko Accuses Moscow', 'Moscow of Meddling'],
    ['Belarussian soldiers displaying', 'Saturday. Vasily Fedosenko'],
    ['Belarussian President Alexander', 'as independent states.'],
    ['Lukashenko, long at', 'the United States.'],
    ['The United States', 'next six months.'],
    ['Lukashenko accused Russia', 'to be set.'],
    ['"America keeps its', 'central Minsk region.'],
    ['"But you have', 'state media reported.'],
    ['Lukashenko blamed Moscow', 'in August 2008.'],
    ['The Kremlin fired', 'the rebel regions.'],
    ['"We can publish', 'Prikhodko, RIA-Novosti reported.'],
    ['Lukashenko on Friday', 'plant," he said.'],
    ['Building its own', 'up in 1986.'],
    ['Lukashenko has released', 'and political disputes.'],
    ['"We can, and', 'Lukashenko said Friday.'],
    ['"We have many', 'resolved," he said.'],
    ['(MT, Reuters)', '(MT, Reuters)'],
  ],
  '2011/lukashenko-offers-to-release-political-prisoners-to-resume-a-dialogue-with-the': [
    ['Lukashenko offers to', 'with the West'],
    ['At a press', 'procedures were observed.'],
    ['Belarusian President proposed', 'the Eastern Europe.'],
    ['Bearing in mind', 'on 1-13 June.'],
    ['Given the lack', 'prisoners were released.'],
  ],
  '2019/belaruss-lukashenka-touts-equal-partnership-with-russia-ahead-of-meeting-with': [
    ['Belarus’s Lukashenka Touts', 'Meeting With Putin'],
    ['Belarusian President Alyaksandr', 'a joint parliament.'],
    ['Speaking in an', 'former Soviet Union.'],
    ['Lukashenka’s speech comes', 'in the 1990s.'],
    ['“No one will', 'of a century.'],
    ['“We have never', 'nation,” he added.'],
    ['In recent months,', 'should be equal.'],
    ['But many ordinary', 'erosion of sovereignty.'],
    ['Belarus is already', 'Union and NATO.'],
    ['Wariness about Moscow’s', 'have been killed.'],
    ['“The work on', 'stage,” Lukashenka said.'],
    ['“The goal is', 'the 65-year-old added.'],
    ['Radio Free Europe', 'Radio Free Europe'],
  ],
  '2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics': [
    ['Belarus Leader Seeks', "Despite Russian 'Hysterics'"],
    ['Alexander Lukashenko', 'Alexander Lukashenko Kremlin.ru'],
    ['Belarus will seek', 'in his country.'],
    ['Belarus is trying', "in Russia's orbit."],
    ["Lukashenko's comments suggested", 'cost its budget $400 million this year.'],
    ['"Ideally, the western', 'news agency BelTA.'],
    ['Belarus cooperating with', 'you being hysterical?"'],
    ['Lukashenko has been', 'in the West.'],
    ['However, he has', 'from neighbouring Ukraine.'],
    ['U.S. and EU', 'and other reforms.'],
    ['On Monday, Belarus', 'the United States."'],
    ['Lukashenko said Russian', 'merging with Russia.'],
    ['Russia has kept', 'by Western sanctions.'],
    ['Russia, Belarus and', 'halt those subsidies.'],
  ],
};

/** What the pages printed around the articles. It stands in the captures and nowhere else. */
const FURNITURE = [
  ['Accessibility links', 'Breaking News'],
  [
    'Enjoying ad-free content',
    'disabled all ads',
    '$10,000 a month',
    'Support us',
    'banned in Russia',
  ],
  [
    'keep providing you with the truth',
    'small favor to ask',
    'foreign agent',
    'refuse to be silenced',
  ],
  ['makes a world of difference', 'starting from just $2', 'paiment', 'Not ready to support'],
  ['Remind me later', 'Read more', 'Category status', '2016 17:47', 'Similar articles'],
  [
    'Belarusian and Ukrainian Defence Ministries',
    'confrontation spiral',
    'October 02, 2017',
    'Фото',
  ],
  ['RFRM', 'Kyiv', 'Kiev', 'West-2017', 'quazi-open', 'servicemen', 'Apparently, the Belarusian'],
  ['Politics Regional', 'Leave a Reply', 'Related article', 'Ready to ', 'A Brotherly Takeover'],
  ['Original url', 'By [Reuters]', '](#)', '**', '\\$400', 'March 05, 2019'],
].flat();

/** The text of an article's passages, from its page: headline, then each block of the body. */
function passagesOf(address: string): string[] {
  const page = site.page(address);
  const blocks = mainOf(page).querySelector('#p1')?.parentElement?.children ?? [];
  return [words(mainOf(page).querySelector('h1')), ...[...blocks].map(passageIn)];
}

/** Our own label of a picture is not part of the record. */
function passageIn(block: Element): string {
  return words(block).replace(/^Photograph, not kept /, '');
}

/** A capture as a reader of it has it; the one that is Markdown is read as Markdown. */
function captureText(file: string): string {
  const text = readFileSync(path.join(archive.folder, file), 'utf8');
  const plain = text.trimStart().startsWith('# ')
    ? textIn(unified().use(remarkParse).parse(text))
    : text;
  return plain.replace(/\s+/g, ' ');
}

interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
}

function textIn({ value, children = [] }: MarkdownNode): string {
  const isBlock = children.some(({ type }) => ['paragraph', 'heading'].includes(type));
  return value ?? children.map(textIn).join(isBlock ? '\n' : '');
}

/** The archive's own words, which may quote what was cut as evidence. */
const OWN_WORDS = [
  ...archive.articles.flatMap(({ note = '', supplied = {} }) => [
    note,
    ...Object.values(supplied).map(({ evidence }) => evidence),
  ]),
  ...archive.records.flatMap(({ description = '', evidence = {} }) => [
    description,
    ...Object.values(evidence),
  ]),
]
  // Addresses in them are shown shortened, as links.
  .flatMap((text) => text.split(/https?:\/\/[^\s)]+/))
  .filter((text) => text.length > 3)
  .sort((a, b) => b.length - a.length);

/** Everything that can be read in a file of the site, whatever its form. */
function readable(address: string): string {
  const bytes = site.bytes(address);
  if (address.endsWith('.html'))
    return `${site.page(address).html}\n${words(site.page(address).document.documentElement)}`;
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (packed ? gunzipSync(bytes) : bytes).toString('utf8');
}

describe('The text of an article', () => {
  for (const { id, address, capture, title } of archive.articles) {
    it(`stands in its capture, passage by passage and mark for mark: ${title}`, () => {
      const text = captureText(capture.file);
      let from = 0;
      for (const passage of passagesOf(address)) {
        const at = text.indexOf(passage, from);
        assert.notEqual(at, -1, `not in the capture, or not in this order: ${passage}`);
        from = at + passage.length;
      }
    });

    it(`leaves out and adds no passage: ${title}`, () => {
      const wanted = PASSAGES[id] ?? [];
      const found = passagesOf(address);
      assert.equal(found.length, wanted.length);
      for (const [at, [first, last]] of wanted.entries()) {
        const passage = found[at] ?? '';
        assert.ok(passage.startsWith(first), `“${passage}” does not begin “${first}”`);
        assert.ok(passage.endsWith(last), `“${passage}” does not end “${last}”`);
      }
    });
  }

  it('shows $400 where the Markdown of the capture has \\$400', () => {
    const text = passagesOf(
      '/articles/2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics.html',
    ).join('\n');
    assert.match(text, /cost its budget \$400 million/);
  });

  it('keeps straight marks straight, curly ones curly and hyphens as they are', () => {
    const all = archive.articles.flatMap(({ address }) => passagesOf(address)).join('\n');
    for (const written of [
      'human rights record -- including',
      '"Eastern Partnership"',
      '“small blood”',
      "Russian 'Hysterics'",
      'Moscow’s intentions',
      'ages — it is impossible',
      'MINSK (Reuters) - Belarusian',
    ])
      assert.ok(all.includes(written), written);
  });

  it('links to nothing, as the captures lost their addresses', () => {
    for (const { address } of archive.articles) {
      const body = mainOf(site.page(address)).querySelector('#p1')?.parentElement;
      const links = [...(body?.querySelectorAll('a') ?? [])].map(({ outerHTML }) => outerHTML);
      assert.deepEqual(links, []);
    }
  });
});

describe('What was cut from the captures', () => {
  const isCapture = (file: string) => /^\/captures\/.*\.bin$|\.capture\.html$/.test(file);

  it('stands nowhere in the site but in the captures, search index included', () => {
    const found: string[] = [];
    for (const file of site.files.filter((name) => !isCapture(name))) {
      let text = readable(file);
      for (const own of OWN_WORDS) text = text.replaceAll(own, '…');
      text = text.toLowerCase();
      // What a picture says in letters stands in the pages too; its bytes are no text.
      const isCode = /\.(?:js|pagefind|png|ico)$/.test(file);
      for (const cut of isCode ? [] : FURNITURE) {
        if (text.includes(cut.toLowerCase())) found.push(`${file}: ${cut}`);
      }
    }
    assert.deepEqual(found, []);
  });

  for (const [where, pattern] of [
    ['can be read on the page of the capture', /\.capture\.html$/],
    ['can be had with the bytes of the capture', /^\/captures\/.*\.bin$/],
  ] as const) {
    it(where, () => {
      const captures = site.files.filter((file) => pattern.test(file));
      const texts = captures.map((file) => readable(file).replace(/\s+/g, ' '));
      assert.deepEqual(
        FURNITURE.filter((cut) => !texts.some((text) => text.includes(cut))),
        [],
      );
    });
  }
});
