import { z } from 'astro/zod';
import { parseEdtf } from '../date/parse.ts';
import { isDirectionClosed } from '../direction.ts';

/** A slug: what ids and addresses are made of. Lower case, so that no file system folds two into one. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Letters of a slug at most, so that its files fit into the 255 bytes of a name on any disk. */
export const LONGEST_SLUG = 150;

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Why no file can have this slug for its name, or not on every disk; undefined where it can. */
export function slugFault(slug: string): string | undefined {
  if (slug.length > LONGEST_SLUG) {
    return `It has ${slug.length} characters; names longer than ${LONGEST_SLUG} do not fit on every disk once an ending is added.`;
  }
  if (!DEVICE.test(slug)) return undefined;
  return 'Windows keeps this name for a device: nobody could copy the archive or its site there.';
}

/** Half a character, or one that Unicode will never give a meaning: no file of text can hold it. */
const NO_CHARACTER = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;
const noCharacter =
  'holds a code that is not a character; compare with the page and write what was meant';

/** A line of text: something stands in it, and no control character does. */
export const line = z
  .string()
  .refine((text) => text.trim() !== '', 'is empty')
  .refine(
    (text) => !/[\p{Cc}\u2028\u2029]/u.test(text),
    'holds a control character or a line break; write it as one line of plain text',
  )
  .refine((text) => !NO_CHARACTER.test(text), noCharacter)
  .refine(
    isDirectionClosed,
    'turns the direction of writing and does not turn it back, so that what follows it on the page would be turned too; remove the mark (U+202A to U+202E, U+2066 to U+2069) or close it',
  );

/** A sentence or more that explains something to a reader; a word is not an explanation. */
export const sentence = line.refine(
  (text) => text.trim().length >= 20,
  'is too short to be checked by a reader; write a sentence of at least 20 characters',
);

/** Prose of one or more paragraphs, parted by blank lines. */
export const prose = z
  .string()
  .refine((text) => text.trim() !== '', 'is empty')
  .refine(
    (text) => !/[\p{Cc}\u2028\u2029]/u.test(text.replaceAll('\n', '')),
    'holds a control character; remove it',
  )
  .refine((text) => !NO_CHARACTER.test(text), noCharacter);

export const id = z
  .string()
  .regex(
    SLUG,
    'is not an id; write small letters a–z, digits and single hyphens, as in “the-moscow-times”',
  );

export const ids = z.array(id).superRefine((list, context) => {
  const seen = new Set<string>();
  for (const [index, one] of list.entries()) {
    if (!seen.has(one)) {
      seen.add(one);
      continue;
    }
    const message = `repeats “${one}”; keep one of the two`;
    context.addIssue({ code: 'custom', path: [index], message });
  }
});

/**
 * Line breaks and other signs that can't be seen: the parser of addresses takes some of them out without a
 * word, and a line break would end the line of whatever file the address stands in.
 */
const UNSEEN = /[\p{Cc}\p{Z}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}]/u;

/** An http(s) address without credentials. `z.url()` alone lets `javascript:` pass. */
export const webAddress = z.string().refine((text) => {
  if (!/^https?:\/\//i.test(text) || UNSEEN.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '';
}, 'is not a web address; write it in full, beginning with https:// or http://, without spaces');

/** EDTF level 1, kept as the string that was written (ISO 8601-2:2019). */
export const edtf = z.string().superRefine((text, context) => {
  const parsed = parseEdtf(text);
  if (!parsed.ok) {
    context.addIssue({ code: 'custom', message: parsed.what, params: { remedy: parsed.remedy } });
  }
});

/** A BCP 47 language tag that the platform knows how to read. */
export const languageTag = z.string().refine((text) => {
  try {
    return /^[a-z]{2,3}(?:-|$)/.test(text) && Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}, 'is not a BCP 47 language tag in its usual spelling; write one as in “en”, “be-Latn” or “pt-BR”');

export const sha256 = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/,
    'is not a SHA-256 hash; write its 64 characters, 0–9 and a–f, as “sha256sum” prints them',
  );

/** A rights statement by its URI: rightsstatements.org or Creative Commons. */
export const rightsUri = z
  .string()
  .regex(
    /^https?:\/\/(?:rightsstatements\.org\/vocab\/[A-Za-z-]+\/1\.0\/|creativecommons\.org\/(?:licenses|publicdomain)\/[a-z0-9./-]+)$/,
    'is not a rights URI; write one of rightsstatements.org, as in http://rightsstatements.org/vocab/InC/1.0/, or of Creative Commons',
  );

export const wikidata = z
  .string()
  .regex(/^Q[1-9]\d*$/, 'is not a Wikidata item; write it as in “Q184”');
