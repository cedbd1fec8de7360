import type { ArticleSummary, Linker, RecordLink } from '../model/article-view.ts';
import { attribute, type Content, html, type Markup } from '../model/html.ts';
import { notableSpellings } from '../model/names/notable-spellings.ts';
import type { Suppliable } from '../model/schema/article.ts';

/** What a catalogue card has to know beside its article. */
export interface CardFacts {
  readonly to: Linker;
  /** What the archive inferred. */
  readonly supplied: readonly Suppliable[];
  /** How the article spells each record, by `kind/id`. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

/** The records that an article refers to, as terms of a catalogue card. */
export function recordLists(article: ArticleSummary, facts: CardFacts): Markup {
  const { outlet, sources, people, places, topics } = article;
  const { supplied } = facts;
  const list = (records: readonly RecordLink[], isSupplied = false) =>
    html`<ul> ${records.map((record) => html`<li> ${named(record, facts, isSupplied)} </li>`)} </ul>`;
  const runIn = places.map((record, at) => [at > 0 && ', ', named(record, facts)]);
  return html`${[
    term('Outlet', [outlet], list([outlet], supplied.includes('outlet'))),
    term('Source', sources, list(sources, supplied.includes('source'))),
    term('People', people, list(people)),
    term('Places', places, runIn),
    term('Topics', topics, list(topics)),
  ]}`;
}

function term(words: string, records: readonly RecordLink[], said: Content): Content {
  return records.length > 0 && html` <dt>${words}</dt> <dd> ${said} </dd> `;
}

/** A record, and how the article spells it where that is in another form. */
function named(
  { kind, id, name, address }: RecordLink,
  { to, spellings }: CardFacts,
  isSupplied = false,
): Markup {
  const words = notableSpellings(name, spellings.get(`${kind}/${id}`) ?? []);
  const as = words.length > 0 && html`<span class="as"> named here as ${words.join(', ')}</span>`;
  const supplied = attribute('class', isSupplied ? 'supplied' : undefined);
  return html`<a${supplied}${attribute('href', to(address))}>${name}</a>${as}`;
}
