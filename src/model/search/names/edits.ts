let rows: [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(64),
  new Uint8Array(64),
  new Uint8Array(64),
];

/**
 * Edits between two texts: a letter dropped, added, replaced, or two neighbours swapped.
 *
 * @param most beyond which the exact number does not matter
 * @returns the number of edits, or `most + 1` where there are more
 */
export function editsWithin(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (b.length + 1 > rows[0].length) {
    rows = [
      new Uint8Array(b.length * 2),
      new Uint8Array(b.length * 2),
      new Uint8Array(b.length * 2),
    ];
  }
  let [older, old, now] = rows;
  for (let column = 0; column <= b.length; column++) old[column] = column;
  for (let row = 1; row <= a.length; row++) {
    now[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (old[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (old[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      }
      now[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [older, old, now] = [old, now, older];
  }
  return Math.min(old[b.length] ?? 0, most + 1);
}

/** Edits that are allowed for in a word of some length: none in short ones, which would become others. */
export function editsAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}
