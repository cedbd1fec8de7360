/** Sequences of four words of a text, with how often each stands there. */
export function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= words.length; at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Precision, recall and F1 of a text against the one that was wanted, on sequences of four words. */
export function score(
  got: string,
  wanted: string,
): { precision: number; recall: number; f1: number } {
  const [a, b] = [shingles(got), shingles(wanted)];
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
  let shared = 0;
  for (const [shingle, count] of a) shared += Math.min(count, b.get(shingle) ?? 0);
  const precision = size(a) === 0 ? 0 : shared / size(a);
  const recall = size(b) === 0 ? 0 : shared / size(b);
  return {
    precision,
    recall,
    f1: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
