import { wordsOf } from '../../compile/passage.ts';
import { PRIVATE_KINDS, type PrivateKind } from '../../private/kinds.ts';
import { maskPrivate } from '../../private/mask.ts';
import { scanText } from '../../private/scan-text.ts';
import type { Proposal } from './proposal.ts';

/** What newsletters print below an article for one person. */
const FURNITURE: ReadonlySet<PrivateKind> = new Set(['recipient', 'unsubscribe', 'tracking']);

/**
 * A proposal with nothing in it that is private to the person who captured the page: passages in
 * which a newsletter speaks to its recipient are cut, sessions are taken out of addresses.
 */
export function keepPrivateOut(proposal: Proposal): Proposal {
  const { passages, removed, review } = withoutLetters(proposal);
  const url = cleanAddress(proposal.url);
  const image = cleanAddress(proposal.image);
  const { url: _url, image: _image, ...rest } = proposal;
  const supplied = Object.fromEntries(
    Object.entries(rest.supplied).map(([field, evidence]) => [field, maskPrivate(evidence)]),
  );
  return {
    ...rest,
    ...(url !== undefined && { url }),
    ...(image !== undefined && { image }),
    supplied,
    passages,
    removed,
    review: [
      ...review,
      ...(url === proposal.url
        ? []
        : [
            'The address of the page had a session or a person’s number in it, which was left out.',
          ]),
    ],
  };
}

function withoutLetters({
  passages,
  removed,
  review,
}: Proposal): Pick<Proposal, 'passages' | 'removed' | 'review'> {
  const ends: number[] = [];
  let text = '';
  for (const passage of passages) {
    text += `${wordsOf(passage).join('\n')}\n\n`;
    ends.push(text.length);
  }
  const cut = new Map<number, PrivateKind>();
  const left = new Set<PrivateKind>();
  for (const { kind, start, end } of scanText(text, 'text')) {
    if (!FURNITURE.has(kind)) left.add(kind);
    else {
      const first = ends.findIndex((one) => one > start);
      const last = ends.findIndex((one) => one >= end);
      for (let at = first; at <= last; at++) cut.set(at, kind);
    }
  }
  const notes = [...left].map(
    (kind) =>
      `Private: the text holds what looks like this: ${PRIVATE_KINDS[kind].label}. The site leaves it out until it is taken out of the entry or “capture.publish” is “whole”.`,
  );
  if (cut.size === 0) return { passages, removed, review: [...review, ...notes] };
  const gone = [...cut].map(([at, kind]) => ({
    text: maskPrivate(passages[at]?.text ?? ''),
    reason: `speaks to one recipient (${PRIVATE_KINDS[kind].label.toLowerCase()})`,
  }));
  return {
    passages: passages.filter((_, at) => !cut.has(at)),
    removed: [...removed, ...gone],
    review: [
      ...review,
      ...notes,
      'Private: passages in which the newsletter speaks to its recipient were cut; look at what is left.',
    ],
  };
}

/** An address without what is private in it; undefined where that is most of it. */
function cleanAddress(address: string | undefined): string | undefined {
  if (address === undefined || isClean(address)) return address;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address.replace(/;(?:j?session_?id|phpsessid|sid)=[^/?#]*/gi, ''));
  url.username = '';
  url.password = '';
  if (!isClean(url.href)) url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    const alone = new URL(`${url.origin}${url.pathname}`);
    for (const value of url.searchParams.getAll(name)) alone.searchParams.append(name, value);
    if (!isClean(alone.href)) url.searchParams.delete(name);
  }
  if (!isClean(url.href)) url.search = '';
  return isClean(url.href) ? url.href : undefined;
}

function isClean(address: string): boolean {
  return scanText(`url: ${address}`, 'text').length === 0;
}
