/** Bytes of text in one file of articles, before packing. */
const TEXTS = 3_500;

/**
 * Lays articles out in files of about one size.
 *
 * @param sizes code units of the passages of each article
 * @returns number of the first article of each file
 */
export function textFiles(sizes: Uint32Array): number[] {
  const firsts: number[] = [];
  let room = 0;
  for (const [number, length] of sizes.entries()) {
    const size = length + 300;
    if (firsts.length === 0 || room < size) {
      firsts.push(number);
      room = TEXTS;
    }
    room -= size;
  }
  return firsts;
}
