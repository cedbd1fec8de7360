/**
 * The spellings that are worth telling beside a name: not the name itself or a part of it
 * ("Medvedev" beside "Dmitry Medvedev"), and none that stands whole in another that is told.
 */
export function notableSpellings(name: string, spellings: readonly string[]): string[] {
  const within = (part: string, whole: string) => ` ${whole} `.includes(` ${part} `);
  const told = spellings.filter((spelling) => !within(spelling, name));
  return told.filter(
    (spelling) => !told.some((other) => other !== spelling && within(spelling, other)),
  );
}
