/**
 * The spellings of a name that differ as spellings: one that is a part of another in whole words, as a
 * surname is of a full name, is not a form of its own.
 *
 * @returns in the order in which they were given, each once
 */
export function distinctForms(spellings: readonly string[]): string[] {
  const all = [...new Set(spellings)];
  return all.filter(
    (one) => !all.some((other) => other !== one && ` ${other} `.includes(` ${one} `)),
  );
}
