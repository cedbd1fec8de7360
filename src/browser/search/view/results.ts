import { articleAddress, recordAddress } from '../../../model/address.ts';
import { countWords } from '../../../model/lists/count-words.ts';
import type { Stretch } from '../../../model/search/marks.ts';
import type { Hit, Results } from '../protocol.ts';
import { element } from './element.ts';
import { kindWord, reasonWords } from './words.ts';

/** What a result needs of the page it stands on. */
export interface Place {
  /** Address of the root of the site. */
  readonly site: URL;
  /** The words searched for, which the article marks. */
  readonly query: string;
}

/** One result as a list item. */
export function drawHit({ article, title, excerpt, reasons }: Hit, place: Place): HTMLLIElement {
  const { language, rtl } = article;
  const local = { lang: language, dir: rtl && 'rtl' };
  const link = element('a', { href: articleLink(article.id, place), ...local }, ...marked(title));
  const why = reasons.map(reasonWords);
  return element(
    'li',
    { class: 'entry' },
    drawMark(article),
    element('h3', {}, link),
    element('p', { class: 'meta' }, ...drawFacts(article)),
    element(
      'div',
      { class: 'said' },
      element('p', { ...local }, ...marked(excerpt)),
      why.length > 0 ? element('p', { class: 'why' }, capital(`${why.join('; ')}.`)) : undefined,
    ),
  );
}

function articleLink(id: string, { site, query }: Place): string {
  const url = new URL(articleAddress(id).slice(1), site);
  if (query !== '') url.searchParams.set('q', query);
  return url.href;
}

function drawMark({ mark, outlet }: Hit['article']): HTMLElement {
  return element(
    'span',
    { class: `pressmark o${outlet.colour}${mark.about ? ' about' : ''}`, 'aria-hidden': 'true' },
    element('b', {}, mark.year),
    element('span', {}, mark.rest),
    element('i', {}, outlet.code),
  );
}

function drawFacts({
  outlet,
  outletSupplied,
  sources,
  date,
  dateSupplied,
}: Hit['article']): Node[] {
  const credit = sources.length > 0 ? `${sources.join(', ')}, in ` : '';
  return [
    document.createTextNode(credit),
    element('span', { class: outletSupplied && 'supplied' }, outlet.name),
    element('span', { class: 'dot' }, ' · '),
    element(
      'span',
      { class: 'when' },
      element('span', { class: dateSupplied && 'supplied' }, date),
    ),
  ];
}

/** A text with its marks. */
export function marked(stretches: readonly Stretch[]): (Node | string)[] {
  return stretches.map(({ text, marked: isMarked }) =>
    isMarked ? element('mark', {}, text) : text,
  );
}

/** The records that a query names, over the results. */
export function drawCards({ cards }: Results, { site }: Place): Node[] {
  return cards.map(({ kind, id, name, description, spellings }) => {
    const href = new URL(recordAddress(kind, id).slice(1), site).href;
    const others = spellings.slice(1, 7).join(' · ');
    return element(
      'div',
      { class: 'name-card' },
      element('p', { class: 'label' }, kindWord(kind)),
      element('p', { class: 'name' }, element('a', { href }, name)),
      description ? element('p', { class: 'meta' }, description) : undefined,
      others === ''
        ? undefined
        : element(
            'p',
            { class: 'meta' },
            `Searched in ${countWords(spellings.length, 'spelling')}: ${others}${spellings.length > 7 ? ' …' : ''}`,
          ),
    );
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
