/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}

/** "12.3", and with more than one number its range, "12.3 (11.9–14.0)". */
export function withRange(numbers: readonly number[], digits = 1): string {
  const text = median(numbers).toFixed(digits);
  if (numbers.length < 2) return text;
  return `${text} (${Math.min(...numbers).toFixed(digits)}–${Math.max(...numbers).toFixed(digits)})`;
}
