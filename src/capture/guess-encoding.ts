import { analyse } from 'chardet';

/** An encoding that bytes could be in, and how likely that is, 0 to 100. */
export interface GuessedEncoding {
  readonly name: string;
  readonly likelihood: number;
}

/** So many bytes are looked at. */
const SAMPLE = 65_536;

/**
 * Encodings that bytes could be in, likeliest first, by how often the letters of a language follow one
 * another (the detector of ICU, as chardet has it). Markup is left out, because its letters are of no language.
 */
export function guessEncodings(bytes: Uint8Array): GuessedEncoding[] {
  const words = new TextDecoder('latin1')
    .decode(bytes.subarray(0, SAMPLE * 8))
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<[^<>]*>|[\t\r\n ]+/gi, ' ')
    .slice(0, SAMPLE);
  return analyse(bytesOf(words)).map(({ name, confidence }) => ({ name, likelihood: confidence }));
}

/** Not latin1, whatever the label says: https://encoding.spec.whatwg.org/#names-and-labels */
const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('latin1').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

function bytesOf(words: string): Uint8Array {
  return Uint8Array.from(words, (letter) => BYTES.get(letter) ?? 0x20);
}
