import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold } from './fold.ts';
import { areOneFamily, suffixStem } from './suffixes.ts';
import { foldedWords, wordsOf } from './words.ts';

describe('Folding', () => {
  for (const [text, folded] of [
    ['Łukašenka', 'lukasenka'],
    ['Straße', 'strasse'],
    ['İlham Əliyev', 'ilham aliyev'],
    ['Алфёров', 'алферов'],
    ['Đinđić', 'dindic'],
  ] as const) {
    it(`makes ${text} into ${folded}`, () => {
      assert.equal(fold(text), folded);
    });
  }

  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(fold(fold(text)), fold(text));
      }),
    );
  });
});

describe('The words of a text', () => {
  for (const [text, words] of [
    ["Belarus's Lukashenka", 'belarus lukashenka'],
    ['Belarus’s own', 'belarus own'],
    ["don't", 'dont'],
    ['U.S.-backed', 'us backed'],
    ['$1,250.50', '125050'],
    ['ex-Soviet (state)', 'ex soviet state'],
    ['日本', '日 本'],
    ['ガス・ｶﾞｽ', 'ガ ス ガ ス'],
    ['การเลือกตั้ง', 'กา ร เลื อ ก ตั้ ง'],
    ['បោះឆ្នោត', 'បោះ ឆ្នោ ត'],
    ['किताबें', 'किताबें'],
    ['מְדִינָה', 'מדינה'],
    ['uni\u00adver\u00adsi\u00adty', 'university'],
    ['می\u200cخواهم', 'میخواهم'],
    ['e-mail', 'e mail'],
    ['“created”', 'created'],
  ] as const) {
    it(`${text} are ${words}`, () => {
      assert.equal(foldedWords(text), words);
    });
  }

  it('are read in a moment, whatever is sent', () => {
    const before = performance.now();
    for (const one of ['\u200b', 'a\u200b', 'a-', '-', '\u00ad\u0301', 'เ', 'a\u0301', '្ក', "a'"]) {
      wordsOf(one.repeat(100_000));
      wordsOf(`a${one.repeat(100_000)}`);
    }
    assert.ok(performance.now() - before < 20_000);
  });

  it('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0;
        for (const { start, end } of wordsOf(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
        }
      }),
    );
  });
});

describe('Endings', () => {
  it('make one family of a word’s forms', () => {
    assert.ok(areOneFamily('concession', 'concessions', ['en']));
    assert.ok(areOneFamily('переговоры', 'переговоров', ['ru']));
    assert.ok(!areOneFamily('concession', 'concert', ['en']));
    assert.ok(!areOneFamily('minsk', 'moscow', ['en']));
  });

  it('are cut in languages that have no other stemmer here', () => {
    assert.equal(suffixStem('переговори', 'uk'), suffixStem('переговорів', 'uk'));
    assert.equal(suffixStem('elections', 'en'), undefined);
  });
});
