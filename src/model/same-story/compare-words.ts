/** A stretch of two texts: in both, or in one of them alone. Its words stand as they are printed there. */
export interface Difference {
  readonly in: 'both' | 'first' | 'second';
  readonly words: readonly string[];
}

/** Cells of the table in which a gap is compared word by word; greater gaps are shown as replaced. */
const MOST_CELLS = 1_000_000;
/** Words of a sequence that holds two texts together. */
const ANCHOR = 3;

/**
 * Compares two texts word by word: sequences that each has once hold them together (patience
 * differencing, Bram Cohen), and what stands between is compared by its longest common words.
 * Joined again, the words of `both` and `first` are the first text, those of `both` and `second` the
 * second; where they differ in capitals or marks alone they differ.
 */
export function compareWords(first: readonly string[], second: readonly string[]): Difference[] {
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  const take = (kind: Difference['in'], words: readonly string[]) => {
    if (words.length === 0) return;
    const last = found.at(-1);
    if (last?.in === kind) found[found.length - 1] = { in: kind, words: [...last.words, ...words] };
    else found.push({ in: kind, words });
  };
  for (const [x, y] of [...anchors(first, second), [first.length, second.length] as const]) {
    if (x < i || y < j) continue;
    for (const part of gap(first.slice(i, x), second.slice(j, y))) take(part.in, part.words);
    [i, j] = [x, y];
    let same = 0;
    while (i + same < first.length && first[i + same] === second[j + same]) same++;
    take('both', first.slice(i, i + same));
    i += same;
    j += same;
  }
  return joinSplinters(found);
}

/** Places of sequences that both texts have once, in the order of both. */
function anchors(first: readonly string[], second: readonly string[]): [number, number][] {
  const [inFirst, inSecond] = [once(first), once(second)];
  const pairs: [number, number][] = [];
  for (const [sequence, at] of inFirst) {
    const other = inSecond.get(sequence);
    if (at !== undefined && other !== undefined) pairs.push([at, other]);
  }
  return rising(pairs);
}

function once(words: readonly string[]): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (let at = 0; at + ANCHOR <= words.length; at++) {
    const sequence = words.slice(at, at + ANCHOR).join(' ');
    places.set(sequence, places.has(sequence) ? undefined : at);
  }
  return places;
}

/** The longest run of pairs that rises in both places (patience sorting); pairs come by the first place. */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  }
  const run: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

/** Two short texts by their longest common words; what is too long for that counts as replaced. */
function gap(first: readonly string[], second: readonly string[]): Difference[] {
  const [rows, columns] = [first.length, second.length];
  if (rows === 0 || columns === 0 || rows * columns > MOST_CELLS) {
    return [
      { in: 'first', words: first },
      { in: 'second', words: second },
    ];
  }
  const width = columns + 1;
  const common = new Uint16Array((rows + 1) * width);
  for (let x = rows - 1; x >= 0; x--) {
    for (let y = columns - 1; y >= 0; y--) {
      common[x * width + y] =
        first[x] === second[y]
          ? (common[(x + 1) * width + y + 1] ?? 0) + 1
          : Math.max(common[(x + 1) * width + y] ?? 0, common[x * width + y + 1] ?? 0);
    }
  }
  const parts: Difference[] = [];
  let [x, y] = [0, 0];
  while (x < rows && y < columns) {
    const [a, b] = [first[x] ?? '', second[y] ?? ''];
    if (a === b) {
      parts.push({ in: 'both', words: [a] });
      x++;
      y++;
    } else if ((common[(x + 1) * width + y] ?? 0) >= (common[x * width + y + 1] ?? 0)) {
      parts.push({ in: 'first', words: [a] });
      x++;
    } else {
      parts.push({ in: 'second', words: [b] });
      y++;
    }
  }
  parts.push({ in: 'first', words: first.slice(x) }, { in: 'second', words: second.slice(y) });
  return parts;
}

/** A single common word between two changes makes them harder to read, not easier. */
const SPLINTER = 1;

function joinSplinters(parts: readonly Difference[]): Difference[] {
  const joined: Difference[] = [];
  let [first, second]: [string[], string[]] = [[], []];
  const close = () => {
    if (first.length > 0) joined.push({ in: 'first', words: first });
    if (second.length > 0) joined.push({ in: 'second', words: second });
    [first, second] = [[], []];
  };
  for (const [at, part] of parts.entries()) {
    const isSplinter =
      part.words.length <= SPLINTER &&
      first.length > 0 &&
      second.length > 0 &&
      parts[at + 1] !== undefined &&
      parts[at + 1]?.in !== 'both';
    if (part.in === 'both' && !isSplinter) {
      close();
      joined.push(part);
      continue;
    }
    if (part.in !== 'second') first.push(...part.words);
    if (part.in !== 'first') second.push(...part.words);
  }
  close();
  return joined;
}
