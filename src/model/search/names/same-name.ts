import { soundOf } from './sounds.ts';

const VOWELS = new Set('aeiou');

/** Sounds that one script or language writes for another's, and what taking one for the other costs. */
const NEAR: Readonly<Record<string, number>> = {
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

function costOfMore(sound: string): number {
  if (VOWELS.has(sound)) return VOWEL_MORE;
  return sound === 'h' || sound === 'v' ? WEAK_MORE : 1;
}

function costOfOther(a: string, b: string): number {
  if (a === b) return 0;
  if (VOWELS.has(a) && VOWELS.has(b)) return VOWEL_FOR_VOWEL;
  return NEAR[a + b] ?? 1;
}

/** How far two sounds of words are apart: 0 where they are the same. */
export function soundDistance(a: string, b: string): number {
  let last = [0];
  for (const [at, sound] of [...b].entries()) last.push((last[at] ?? 0) + costOfMore(sound));
  for (const mine of a) {
    const now = [(last[0] ?? 0) + costOfMore(mine)];
    for (const [at, theirs] of [...b].entries()) {
      now.push(
        Math.min(
          (last[at + 1] ?? 0) + costOfMore(mine),
          (now[at] ?? 0) + costOfMore(theirs),
          (last[at] ?? 0) + costOfOther(mine, theirs),
        ),
      );
    }
    last = now;
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
  const [mine, theirs] = [soundOf(a), soundOf(b)];
  const longer = Math.max(mine.length, theirs.length);
  if (Math.min(mine.length, theirs.length) < 3 || Math.abs(mine.length - theirs.length) > 3) {
    return false;
  }
  return soundDistance(mine, theirs) <= longer * allowed;
}
