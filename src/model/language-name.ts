const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'];

const names = new Map<string, string>();
const directions = new Map<string, boolean>();

/** English name of a language by its BCP 47 tag. */
export function languageName(tag: string): string {
  return remembered(names, tag, () => NAMES.of(tag) ?? tag);
}

/** Whether a language is written from right to left, by its script (CLDR's default for the tag). */
export function isRightToLeft(tag: string): boolean {
  return remembered(directions, tag, () => {
    const { script = '' } = new Intl.Locale(tag).maximize();
    return RIGHT_TO_LEFT.includes(script);
  });
}

/** The platform takes its time to answer, and an archive asks the same of every article. */
function remembered<Value>(known: Map<string, Value>, tag: string, ask: () => Value): Value {
  let value = known.get(tag);
  if (value === undefined) {
    value = ask();
    known.set(tag, value);
  }
  return value;
}
