/** A count with its noun: "1 article", "19,042 articles", "3 people". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${figures(count)} ${count === 1 ? one : many}`;
}

/** A count in figures: "7", "19,042". */
export function figures(count: number): string {
  return count < 1000 ? String(count) : FORMAT.format(count);
}

// What toLocaleString makes anew at each call.
const FORMAT = new Intl.NumberFormat('en');

/** A list in words: "Minsk", "Minsk and Moscow", "Minsk, Moscow and Sochi". */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
