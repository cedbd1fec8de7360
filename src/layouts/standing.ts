import { searchForm } from '../components/search-form.ts';
import {
  ABOUT,
  DATA,
  dossierAddress,
  HOME,
  kindAddress,
  MY_LIST,
  PICTURES,
  READING,
  SCRIPT,
  searchAddress,
  TOUCH_ICON,
  timelineAddress,
} from '../model/address.ts';
import { feedAddress, OPENSEARCH } from '../model/export-address.ts';
import type { Frame } from '../model/frame.ts';
import { attribute, html, type Markup } from '../model/html.ts';
import { KIND_WORDS, KINDS } from '../model/kinds.ts';

/** What stands on every page, word for word alike on all pages of one depth and section. */
export interface Standing {
  /** What stands before the sheet in the head, and what after. */
  readonly icons: string;
  readonly links: string;
  readonly mast: string;
  readonly foot: string;
}

const made = new Map<string, Standing>();

/**
 * What stands around the contents of a page, made once for all pages that have it alike.
 *
 * @param hasSearch whether the page itself holds the search, so that the header leaves its own out
 */
export function standingOf(frame: Frame, hasSearch: boolean): Standing {
  const { to, settings, hasDossiers } = frame;
  const key = [to(HOME), currentOf(frame.address), hasSearch, hasDossiers, settings.title].join(
    '\n',
  );
  let standing = made.get(key);
  if (standing === undefined) {
    standing = {
      icons: icons(frame).text,
      links: links(frame).text,
      mast: mast(frame, hasSearch).text,
      foot: foot(frame).text,
    };
    made.set(key, standing);
  }
  return standing;
}

const WAYS = [
  { href: timelineAddress(), text: 'Timeline' },
  ...KINDS.map((kind) => ({ href: kindAddress(kind), text: KIND_WORDS[kind].heading })),
  { href: PICTURES, text: 'Pictures' },
  { href: dossierAddress(), text: 'Dossiers' },
  { href: ABOUT, text: 'About' },
].map((way) => ({ ...way, folder: way.href.replace('.html', '/') }));

/** The way that a page stands on. */
function currentOf(address: string): string | undefined {
  return WAYS.find(({ href, folder }) => address === href || address.startsWith(folder))?.href;
}

function icons({ to }: Frame): Markup {
  const link = (address: string) => attribute('href', to(address));
  return html`<link rel="icon"${link('/favicon.svg')} type="image/svg+xml"><link rel="apple-touch-icon"${link(TOUCH_ICON)}>`;
}

/** What a browser and a feed reader look for. */
function links({ to, settings: { title } }: Frame): Markup {
  const link = (address: string) => attribute('href', to(address));
  return html`<script type="module"${attribute('src', to(SCRIPT))}></script><link rel="alternate" type="application/atom+xml"${attribute('title', title)}${link(feedAddress(HOME, 'xml'))}> <link rel="search" type="application/opensearchdescription+xml"${attribute('title', title)}${link(OPENSEARCH)}>`;
}

function mast(frame: Frame, hasSearch: boolean): Markup {
  const { address, to, settings, hasDossiers } = frame;
  const seek = html`<a class="seek"${attribute('href', to(searchAddress()))}> <svg viewBox="0 0 16 16" aria-hidden="true"> <path d="M10.5 10.5 15 15M12 6.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0"></path> </svg>
Search
</a>`;
  const current = currentOf(address);
  const ways = WAYS.filter(({ href }) => hasDossiers || href !== dossierAddress()).map(
    ({ href, text }) =>
      html`<li> <a${attribute('href', to(href))}${attribute('aria-current', href === current ? 'page' : undefined)}> ${text} </a> </li>`,
  );
  return html` <div class="wrap"> <a class="brand"${attribute('href', to(HOME))}> <svg viewBox="0 0 16 16" aria-hidden="true"> <path d="M2 0h12v16H2zM4 3v7h8V3zM2 12v1h12v-1zM5 5h6v1H5zM5 7h4v1H5z"></path> </svg>${settings.title}</a> ${!hasSearch && seek} <nav aria-label="Ways in"> <ul> ${ways} </ul> </nav> ${!hasSearch && searchForm(to)} </div> `;
}

function foot({ to }: Frame): Markup {
  const link = (address: string) => attribute('href', to(address));
  return html` <div class="wrap"> <p>
Every text can be checked against its capture. <a${link(ABOUT)}>About, rights and withdrawal</a> · <a${link(DATA)}>Feeds and data</a> · <a${link(MY_LIST)}>My list</a> ·
<a class="unprinted"${link(READING)} data-sheet>Reading settings</a> </p> </div> `;
}
