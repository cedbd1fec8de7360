import { wordsOf } from '../../compile/passage.ts';
import { PRIVATE_KINDS, type PrivateKind, WITHHELD } from '../../private/kinds.ts';
import { maskPrivate } from '../../private/mask.ts';
import { scanText } from '../../private/scan-text.ts';
import type { Proposal } from './proposal.ts';

/** What newsletters print below an article for one person. */
const FURNITURE: ReadonlySet<PrivateKind> = new Set(['recipient', 'unsubscribe', 'tracking']);

/**
 * A proposal with nothing in it that is private to the person who captured the page: passages in
 * which a newsletter speaks to its recipient, or in which something stands that was found elsewhere in
 * the capture, are cut; sessions are taken out of addresses.
 *
 * @param secrets what was found in the capture
 */
export function keepPrivateOut(proposal: Proposal, secrets: readonly string[]): Proposal {
  const { passages, removed, review } = withoutLetters(proposal, secrets);
  const shown = (text: string) => withoutSecrets(maskPrivate(text), secrets);
  const url = cleanAddress(proposal.url, secrets);
  const image = cleanAddress(proposal.image, secrets);
  const { url: _url, image: _image, ...rest } = proposal;
  const supplied = Object.fromEntries(
    Object.entries(rest.supplied).map(([field, evidence]) => [field, shown(evidence)]),
  );
  return {
    ...rest,
    title: shown(rest.title),
    ...(rest.byline !== undefined && { byline: shown(rest.byline) }),
    ...(rest.dateline !== undefined && { dateline: shown(rest.dateline) }),
    ...(rest.tool !== undefined && { tool: shown(rest.tool) }),
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

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, WITHHELD), text);
}

function withoutLetters(
  { passages, removed, review }: Proposal,
  secrets: readonly string[],
): Pick<Proposal, 'passages' | 'removed' | 'review'> {
  const ends: number[] = [];
  let text = '';
  for (const passage of passages) {
    text += `${wordsOf(passage).join('\n')}\n\n`;
    ends.push(text.length);
  }
  const cut = new Map<number, PrivateKind>();
  const left = new Set<PrivateKind>();
  for (const [at, passage] of passages.entries()) {
    const words = wordsOf(passage).join('\n');
    if (secrets.some((secret) => words.includes(secret))) cut.set(at, 'recipient');
  }
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
    text: withoutSecrets(maskPrivate(passages[at]?.text ?? ''), secrets),
    reason: `holds what is for one person alone (${PRIVATE_KINDS[kind].label.toLowerCase()})`,
  }));
  return {
    passages: passages.filter((_, at) => !cut.has(at)),
    removed: [...removed, ...gone],
    review: [
      ...review,
      ...notes,
      'Private: passages were cut that hold what is for one person alone, such as the address of a newsletter’s recipient; look at what is left.',
    ],
  };
}

/** An address without what is private in it; undefined where that is most of it. */
function cleanAddress(address: string | undefined, secrets: readonly string[]): string | undefined {
  if (address === undefined) return undefined;
  const isClean = (one: string) =>
    scanText(`url: ${one}`, 'text').length === 0 && !secrets.some((secret) => one.includes(secret));
  if (isClean(address)) return address;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address.replace(/;(?:j?session_?id|phpsessid|sid)=[^/?#]*/gi, ''));
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    const alone = new URL(`${url.origin}${url.pathname}`);
    for (const value of url.searchParams.getAll(name)) alone.searchParams.append(name, value);
    if (!isClean(alone.href)) url.searchParams.delete(name);
  }
  if (!isClean(url.href)) url.hash = '';
  if (!isClean(url.href)) url.search = '';
  return isClean(url.href) ? url.href : undefined;
}
