import { LIMITS } from './limits.ts';
import type { Opened } from './opened.ts';
import { CaptureRefused } from './refused.ts';
import { unzipped, unzippedPart } from './unpack/gunzip.ts';
import { looksMhtml, openMhtml } from './unpack/mhtml.ts';
import { openWacz } from './unpack/wacz.ts';
import { openWarc } from './unpack/warc.ts';

/**
 * Takes the page out of a file: HTML or text as it is or gzipped, a page with all it shows (MHTML), a web
 * archive (WARC, ISO 28500), or a packed one (WACZ). What the file is, its first bytes say; its name only parts HTML from text.
 *
 * @param name file name or address, for its ending
 * @throws CaptureRefused when the file is damaged, too large or of no known kind
 */
export async function openCapture(bytes: Uint8Array, name: string): Promise<Opened> {
  if (bytes.length === 0) {
    throw new CaptureRefused('It is empty.', 'Save the page again.');
  }
  if (bytes.length > LIMITS.capture) {
    throw new CaptureRefused(
      `It has ${Math.round(bytes.length / 2 ** 20)} MB; at most ${LIMITS.capture / 2 ** 20} are read.`,
      'Save the page without its videos and attachments.',
    );
  }
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) {
    return { ...(await openWacz(bytes)), extension: '.wacz' };
  }
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const { plain, doubts } = isGzip ? unpacked(bytes) : { plain: bytes, doubts: [] };
  const suffix = isGzip ? '.gz' : '';
  if (startsWith(plain, 'WARC/')) {
    const page = openWarc(plain);
    return { ...page, doubts: [...doubts, ...page.doubts], extension: `.warc${suffix}` };
  }
  if (looksMhtml(plain)) return { ...openMhtml(plain), extension: `.mhtml${suffix}` };
  if (looksBinary(plain)) {
    throw new CaptureRefused(
      'It is neither a page nor a text.',
      'Give a saved page (.html, .mhtml), a text (.txt), a web archive (.warc, .warc.gz, .wacz) or an http address.',
    );
  }
  const html = looksHtml(plain, name);
  const markdown = /\.(?:md|markdown)(?:\.gz)?$/i.test(name);
  const extension = `${html ? '.html' : markdown ? '.md' : '.txt'}${suffix}`;
  return { kind: html ? 'html' : 'text', bytes: plain, doubts: [], extension };
}

/** A web archive says of each of its records how long it is, so that one whose end is missing can be read up to there. */
function unpacked(bytes: Uint8Array): { plain: Uint8Array; doubts: string[] } {
  try {
    return { plain: unzipped(bytes), doubts: [] };
  } catch (error) {
    const isCut = error instanceof CaptureRefused && error.message.includes('damaged');
    const part = isCut ? unzippedPart(bytes) : undefined;
    if (part !== undefined && startsWith(part, 'WARC/')) {
      return { plain: part, doubts: ['The packed file stops before its end.'] };
    }
    throw error;
  }
}

function startsWith(bytes: Uint8Array, letters: string): boolean {
  return [...letters].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

function looksHtml(bytes: Uint8Array, name: string): boolean {
  if (/\.(?:x?html?|php|aspx?)(?:\.gz)?$/i.test(name)) return true;
  if (/\.(?:txt|text|md|markdown)(?:\.gz)?$/i.test(name)) return false;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replaceAll('\0', '');
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|title|div|article)\b/i.test(
    head.replace(/^[\u00ef\u00bb\u00bf\u00ff\u00fe]+/, ''),
  );
}

/** More than a few control characters, and not UTF-16: no text. */
function looksBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return false;
  }
  const head = bytes.subarray(0, 4096);
  const controls = head.filter(
    (byte) => byte < 9 || (byte > 13 && byte < 27) || byte === 0x7f,
  ).length;
  return controls > head.length / 20;
}
