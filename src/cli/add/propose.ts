import type { ReadCapture } from '../../capture/read-capture.ts';
import type { Suppliable } from '../../model/schema/article.ts';
import { webAddress } from '../../model/schema/fields.ts';
import { closedLine } from './closed-line.ts';
import type { Context } from './context.ts';
import { findDate } from './find-date.ts';
import { findLanguage } from './find-language.ts';
import { findNames } from './find-names.ts';
import { findOutlet } from './find-outlet.ts';
import { findSources } from './find-sources.ts';
import { keepPrivateOut } from './keep-private-out.ts';
import type { Proposal } from './proposal.ts';
import type { ReadAndSearched } from './reader.ts';

/**
 * Makes of what a page states the entry that the archive would write.
 *
 * @throws CaptureRefused when the page's date can't be true
 */
export function propose(
  { reading, extension, finds = [], secrets = [] }: ReadCapture & Partial<ReadAndSearched>,
  context: Context,
): Proposal {
  const outlet = findOutlet(reading, context);
  const sources = findSources(reading, outlet, context);
  const { evidence: dateEvidence, review: dateReview, ...date } = findDate(reading, context.today);
  const title = titleOf(reading);
  const names = findNames(title.text, reading, context);
  const language = findLanguage(reading, context.record.settings.language);
  const supplied: Partial<Record<Suppliable, string>> = {
    ...(title.evidence !== undefined && { title: title.evidence }),
    ...(dateEvidence !== undefined && { date: dateEvidence }),
    ...(outlet.evidence !== undefined && { outlet: outlet.evidence }),
    ...(sources.evidence !== undefined && { source: sources.evidence }),
    ...(language.evidence !== undefined && { language: language.evidence }),
  };
  const proposal = {
    title: title.text,
    ...date,
    outlet: outlet.id,
    source: sources.ids,
    people: names.people,
    places: names.places,
    ...(language.tag !== undefined && { language: language.tag }),
    ...lineField('byline', reading.byline),
    ...lineField('dateline', reading.dateline),
    ...addressField('url', reading.url),
    ...addressField('image', reading.image),
    ...momentField(reading.capturedAt),
    ...lineField('tool', reading.tool),
    supplied,
    passages: reading.passages,
    removed: reading.removed,
    review: [
      ...reading.doubts,
      ...addressDoubt(reading.url),
      ...dateReview,
      ...outlet.review,
      ...sources.review,
      ...language.review,
      ...(names.unknown.length === 0
        ? []
        : [`Names that no record knows: ${names.unknown.join(', ')}.`]),
    ],
    newRecords: [...(outlet.made ? [outlet.made] : []), ...sources.made].filter(
      ({ kind, id }) => !context.record.authorities[kind].some((known) => known.id === id),
    ),
    finds,
    extension,
  };
  return keepPrivateOut(proposal, secrets);
}

function titleOf({ title, passages }: ReadCapture['reading']): { text: string; evidence?: string } {
  const stated = closedLine(title ?? '');
  if (stated !== '') return { text: stated };
  const first = closedLine(passages.find(({ kind }) => kind === 'paragraph')?.text ?? 'Untitled');
  const words = first.split(' ');
  return {
    text: words.length <= 12 ? first : `${words.slice(0, 12).join(' ')} …`,
    evidence: 'The capture carries no headline; the first words of the text stand in its place.',
  };
}

function lineField<F extends string>(field: F, text: string | undefined): { [K in F]?: string } {
  const line = closedLine(text ?? '');
  return (line === '' ? {} : { [field]: line }) as { [K in F]?: string };
}

function addressField<F extends string>(field: F, text: string | undefined): { [K in F]?: string } {
  const valid =
    text !== undefined && webAddress.safeParse(text).success && closedLine(text) === text;
  return (valid ? { [field]: text } : {}) as { [K in F]?: string };
}

function addressDoubt(text: string | undefined): string[] {
  if (text === undefined || Object.hasOwn(addressField('url', text), 'url')) return [];
  return [
    `The address that the page or its file states is none that can be kept, and was left out: “${closedLine(text.slice(0, 200))}”.`,
  ];
}

function momentField(text: string | undefined): { capturedAt?: string } {
  return text !== undefined &&
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/.test(text)
    ? { capturedAt: text }
    : {};
}
