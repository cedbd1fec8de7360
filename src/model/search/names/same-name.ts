import { soundsOf } from './sounds.ts';

const VOWELS = new Set('aeiou');

/** Sounds that one script or language writes for another's, and what taking one for the other costs. */
const NEAR: Readonly<Record<string, number>> = {
  ...pairs(0.35, 'ct'),
  ...pairs(0.2, 'SC Cc sS sc Zz gh kh Ch SZ zs cs CJ ZJ kc vf vu bv pb pf kg dt iZ zc Jg Zg hf'),
};

function pairs(cost: number, list: string): Record<string, number> {
  return Object.fromEntries(
    list.split(' ').flatMap(([a = '', b = '']) => [
      [a + b, cost],
      [b + a, cost],
    ]),
  );
}

const VOWEL_FOR_VOWEL = 0.25;
const VOWEL_MORE = 0.4;
const WEAK_MORE = 0.5;

/** Costs by the codes of two sounds, all of them ASCII. */
const OTHER = new Float32Array(128 * 128);
const MORE = new Float32Array(128);
for (let code = 0; code < 128; code++) {
  const sound = String.fromCharCode(code);
  const isWeak = sound === 'h' || sound === 'v';
  MORE[code] = VOWELS.has(sound) ? VOWEL_MORE : isWeak ? WEAK_MORE : 1;
  for (let other = 0; other < 128; other++) {
    const theirs = String.fromCharCode(other);
    const areVowels = VOWELS.has(sound) && VOWELS.has(theirs);
    OTHER[code * 128 + other] =
      code === other ? 0 : areVowels ? VOWEL_FOR_VOWEL : (NEAR[sound + theirs] ?? 1);
  }
}

let last = new Float32Array(64);
let now = new Float32Array(64);

/**
 * How far two sounds of words are apart: 0 where they are the same.
 *
 * @param most beyond which the exact distance does not matter
 */
export function soundDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (b.length + 1 > last.length) {
    last = new Float32Array(b.length * 2);
    now = new Float32Array(b.length * 2);
  }
  last[0] = 0;
  for (let at = 0; at < b.length; at++) {
    last[at + 1] = (last[at] ?? 0) + (MORE[b.charCodeAt(at)] ?? 1);
  }
  for (let row = 0; row < a.length; row++) {
    const mine = a.charCodeAt(row);
    const more = MORE[mine] ?? 1;
    now[0] = (last[0] ?? 0) + more;
    let least = now[0] ?? 0;
    for (let at = 0; at < b.length; at++) {
      const theirs = b.charCodeAt(at);
      const cost = Math.min(
        (last[at + 1] ?? 0) + more,
        (now[at] ?? 0) + (MORE[theirs] ?? 1),
        (last[at] ?? 0) + (OTHER[mine * 128 + theirs] ?? 1),
      );
      now[at + 1] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [last, now] = [now, last];
  }
  return last[b.length] ?? 0;
}

/** Distance that is allowed for each sound of the longer word. */
const ALLOWED = 0.16;

/** As {@link ALLOWED}, for a word that is a name of the archive itself and need not be another. */
export const STRICT = 0.04;

/**
 * Whether two folded words are ways of writing one name, judged by their sound alone.
 *
 * @param allowed distance for each sound of the longer word
 */
export function areSpellings(a: string, b: string, allowed = ALLOWED): boolean {
  return soundsOf(a).some((mine) => soundsOf(b).some((theirs) => areAlike(mine, theirs, allowed)));
}

function areAlike(mine: string, theirs: string, allowed: number): boolean {
  const longer = Math.max(mine.length, theirs.length);
  if (Math.min(mine.length, theirs.length) < 3 || Math.abs(mine.length - theirs.length) > 3) {
    return false;
  }
  // A little more, for what is lost in adding up.
  const most = longer * allowed + 1e-4;
  return soundDistance(mine, theirs, most) <= most;
}
