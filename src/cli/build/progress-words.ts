/**
 * How far a phase is, in words: "Pages: 12,345 of 66,000, about 20 s left".
 *
 * @param total 0 where it is not known
 */
export function progressWords(
  phase: string,
  { done, total, milliseconds }: { done: number; total: number; milliseconds: number },
): string {
  if (total === 0) return `${phase}: ${done.toLocaleString('en')}`;
  const seconds = Math.ceil(((total - done) * milliseconds) / Math.max(done, 1) / 1000);
  const left = seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
  return `${phase}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}, about ${left} left`;
}
