/**
 * The spellings that are worth telling beside a name: not the name itself, nor a part of it
 * ("Medvedev" beside "Dmitry Medvedev").
 */
export function notableSpellings(name: string, spellings: readonly string[]): string[] {
  return spellings.filter((spelling) => !` ${name} `.includes(` ${spelling} `));
}
