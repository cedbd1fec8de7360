/** A count with its noun: "1 article", "19,042 articles", "3 people". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** A list in words: "Minsk", "Minsk and Moscow", "Minsk, Moscow and Sochi". */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
