import { detectLanguage } from '../../capture/detect-language.ts';
import type { Reading } from '../../capture/reading.ts';
import { languageTag } from '../../model/schema/fields.ts';

/** The language of an article, and how it is known. */
export interface FoundLanguage {
  /** Absent where it is the archive's own. */
  readonly tag?: string;
  readonly evidence?: string;
  readonly review: readonly string[];
}

/**
 * The language that the page declares; where it declares none, the one its text is evidently in. A
 * page that declares another language than its text is in, as templates often do, is to be looked at.
 *
 * @param own language of the archive
 */
export function findLanguage({ language, passages }: Reading, own: string): FoundLanguage {
  const declared = canonical(language);
  const written = detectLanguage(passages.map(({ text }) => text).join(' '));
  if (declared !== undefined) {
    const doubt = written !== undefined && base(declared) !== written;
    return {
      ...(base(declared) !== base(own) && { tag: declared }),
      review: doubt
        ? [
            `The page declares its language as ${declared}; its text seems to be in ${name(written)}.`,
          ]
        : [],
    };
  }
  if (written === undefined || written === base(own)) return { review: [] };
  return {
    tag: written,
    evidence: `The capture declares no language; by its letters and words the text is in ${name(written)}.`,
    review: [],
  };
}

function canonical(tag: string | undefined): string | undefined {
  try {
    const [first] = Intl.getCanonicalLocales(tag?.replaceAll('_', '-') ?? '');
    return first !== undefined && languageTag.safeParse(first).success ? first : undefined;
  } catch {
    return undefined;
  }
}

function base(tag: string): string {
  return new Intl.Locale(tag).language;
}

function name(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}
