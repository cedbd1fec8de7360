const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** English name of a language by its BCP 47 tag. */
export function languageName(tag: string): string {
  return NAMES.of(tag) ?? tag;
}

/** Whether a language is written from right to left, by its script (CLDR's default for the tag). */
export function isRightToLeft(tag: string): boolean {
  const { script = '' } = new Intl.Locale(tag).maximize();
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'].includes(script);
}
