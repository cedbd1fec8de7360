import { doubtsOfEnd, markupEnd } from './cut-off.ts';
import { charsetOf, declaredInPage, decode } from './decode.ts';
import { doubtsOfWhole } from './doubtful.ts';
import { readHtml } from './html/read-html.ts';
import { LIMITS } from './limits.ts';
import { openCapture } from './open-capture.ts';
import type { Reading } from './reading.ts';
import { refuseNoArticle } from './refuse-no-article.ts';
import { CaptureRefused } from './refused.ts';
import { readText } from './text/read-text.ts';

/** What is known of a capture before it is read, from its download for instance. */
export interface KnownOfCapture {
  /** File name or address. */
  readonly name: string;
  readonly contentType?: string;
  readonly url?: string;
  readonly capturedAt?: string;
  readonly tool?: string;
  /** A server sent it without saying how long it is. */
  readonly lengthUnknown?: boolean;
}

/** A capture that was read. */
export interface ReadCapture {
  readonly reading: Reading;
  /** How the bytes as received are named in the archive, with its dot: .html.gz */
  readonly extension: string;
}

const UNKNOWN_LENGTH =
  'The server did not say how long the text is: it may be cut off. Compare its last words with the original.';

/**
 * Reads a capture of any kind: finds the article in it and what the page states of it.
 *
 * @param bytes as received
 * @param credits every spelling by which an agency or an outlet may sign
 * @throws CaptureRefused for damaged, oversized and empty captures, and for pages that are a bot check
 */
export async function readCapture(
  bytes: Uint8Array,
  known: KnownOfCapture,
  credits: readonly string[],
): Promise<ReadCapture> {
  const opened = await openCapture(bytes, known.name);
  const contentType = opened.contentType ?? known.contentType;
  const isHtml =
    opened.kind === 'html' || /^(?:text\/html|application\/xhtml)/i.test(contentType ?? '');
  if (opened.bytes.length > (isHtml ? LIMITS.capture : LIMITS.text)) {
    throw new CaptureRefused(
      'It is too long to be an article.',
      'Cut it to the page that is meant.',
    );
  }
  const { text, encoding, guessed } = decode(opened.bytes, [
    charsetOf(contentType),
    isHtml ? declaredInPage(opened.bytes) : undefined,
  ]);
  const lengthUnknown = known.lengthUnknown === true;
  if (isHtml && lengthUnknown && markupEnd(text) === 'inside') {
    throw new CaptureRefused(
      'The answer stopped before its end, in the middle of its markup. Half a page is not kept.',
      'Try again later, or open the page in a browser and save it there.',
    );
  }
  const origin = originOf(opened, known);
  const reading = isHtml
    ? readHtml(text, { credits, ...origin, ...(opened.sheets && { sheets: opened.sheets }) })
    : readText(text, credits);
  refuseNoArticle(reading);
  const doubts = guessed
    ? [
        `The bytes name no encoding that fits them; they were read as ${encoding}. Look at the letters.`,
      ]
    : [];
  return {
    reading: {
      ...reading,
      ...origin,
      doubts: [
        ...opened.doubts,
        ...doubts,
        ...(isHtml ? doubtsOfEnd(text, lengthUnknown) : lengthUnknown ? [UNKNOWN_LENGTH] : []),
        ...doubtsOfWhole(reading),
        ...reading.doubts,
      ],
    },
    extension: isHtml ? opened.extension.replace(/^\.(?:txt|md)/, '.html') : opened.extension,
  };
}

/** What the file or the download says of the page comes before what the page says of itself. */
function originOf(
  opened: { readonly url?: string; readonly capturedAt?: string; readonly tool?: string },
  known: KnownOfCapture,
): Pick<Reading, 'url' | 'capturedAt' | 'tool'> {
  const url = opened.url ?? known.url;
  const capturedAt = opened.capturedAt ?? known.capturedAt;
  const tool = opened.tool ?? known.tool;
  return {
    ...(url !== undefined && { url }),
    ...(capturedAt !== undefined && { capturedAt }),
    ...(tool !== undefined && { tool }),
  };
}
