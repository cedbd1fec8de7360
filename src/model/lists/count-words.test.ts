import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords, listWords } from './count-words.ts';

test('a count agrees with its noun, and thousands are parted', () => {
  assert.equal(countWords(0, 'article'), '0 articles');
  assert.equal(countWords(1, 'article'), '1 article');
  assert.equal(countWords(19042, 'article'), '19,042 articles');
  assert.equal(countWords(3, 'person', 'people'), '3 people');
  assert.equal(countWords(1, 'person', 'people'), '1 person');
});

test('the last two words of a list are joined by “and”', () => {
  const rows: [string[], string][] = [
    [[], ''],
    [['Minsk'], 'Minsk'],
    [['Minsk', 'Moscow'], 'Minsk and Moscow'],
    [['Minsk', 'Moscow', 'Sochi'], 'Minsk, Moscow and Sochi'],
  ];
  for (const [words, sentence] of rows) assert.equal(listWords(words), sentence);
});
