import { KINDS, type Kind } from './kinds.ts';

/** Address of an article's page from the root of the site. */
export function articleAddress(id: string): string {
  return `/articles/${id}.html`;
}

/** Page that shows the capture of an article as text. */
export function captureAddress(id: string): string {
  return `/articles/${id}.capture.html`;
}

/** Page that compares an article word by word with the outlet that printed its story first. */
export function compareAddress(id: string): string {
  return `/articles/${id}.compare.html`;
}

/** The bytes of a capture as received; never served as HTML. */
export function captureBytesAddress(id: string): string {
  return `/captures/${id}.bin`;
}

/**
 * Page of an authority record.
 *
 * @param page number of an older part of a long list, from 1; absent for the page itself
 */
export function recordAddress(kind: Kind, id: string, page?: number): string {
  return page === undefined ? `/${kind}/${id}.html` : `/${kind}/${id}-${page}.html`;
}

/** Index page of a kind of record. */
export function kindAddress(kind: Kind): string {
  return `/${kind}.html`;
}

/**
 * Page of a year (`2019`), month (`2019-03`) or day (`2019-03-05`); the whole timeline without one.
 *
 * @param page number of an older part of a long list, from 1; absent for the page itself
 */
export function timelineAddress(unit?: string, page?: number): string {
  if (unit === undefined) return '/timeline.html';
  return page === undefined ? `/timeline/${unit}.html` : `/timeline/${unit}-page-${page}.html`;
}

/** The search page, with a query or a filter of one record. */
export function searchAddress(query?: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(query).toString();
  return `/search.html${parameters === '' ? '' : `?${parameters}`}`;
}

/** A reading guide; the list of them without a slug. */
export function dossierAddress(slug?: string): string {
  return slug === undefined ? '/dossiers.html' : `/dossiers/${slug}.html`;
}

/** Who appears with whom; with a record, the articles that it shares with each other name. */
export function companyAddress(record?: { kind: Kind; id: string }): string {
  return record === undefined ? '/company.html' : `/company/${record.kind}-${record.id}.html`;
}

/** How names are spelled; with a record, the articles of each of its spellings. */
export function spellingsAddress(record?: { kind: Kind; id: string }): string {
  return record === undefined ? '/spellings.html' : `/spellings/${record.kind}-${record.id}.html`;
}

/** Which outlet covers what; with an outlet, its articles by year or month. */
export function coverageAddress(outlet?: string): string {
  return outlet === undefined ? '/coverage.html' : `/coverage/${outlet}.html`;
}

/** The days of the year on which articles appeared; with a month `03`, its articles by day. */
export function daysAddress(month?: string): string {
  return month === undefined ? '/on-this-day.html' : `/on-this-day/${month}.html`;
}

export const PICTURES = '/pictures.html';
export const MAP = '/map.html';
export const READING = '/reading.html';
export const HOME = '/index.html';
export const ABOUT = '/about.html';
export const ACCESSIBILITY = '/accessibility.html';
export const NOT_FOUND = '/404.html';
export const DATA = '/data.html';
export const MY_LIST = '/my-list.html';
/** Made only when something was left out of a build. */
export const LEFT_OUT = '/left-out.html';
export const SCRIPT = '/assets/start.js';
export const TOUCH_ICON = '/apple-touch-icon.png';
export const FAVICON = '/favicon.ico';

const SECTIONS = ['archive', 'timeline', ...KINDS, 'pictures', 'search', 'dossiers'] as const;

/** A part of the site that has a card of its own, for when it is linked to elsewhere. */
export type SectionCard = (typeof SECTIONS)[number];

/** The sections that there are cards of. */
export function sectionCards(hasDossiers: boolean): readonly SectionCard[] {
  return SECTIONS.filter((name) => name !== 'dossiers' || hasDossiers);
}

/** Pages that stand beside the pictures. */
const PICTURED = ['company', 'coverage', 'map', 'on-this-day', 'spellings'];

/** The card of the section that a page belongs to. */
export function sectionOfPage(address: string): SectionCard {
  const name = /^\/([^/.]+)/.exec(address)?.[1] ?? '';
  if (PICTURED.includes(name)) return 'pictures';
  return SECTIONS.find((section) => section === name) ?? 'archive';
}

/** Where the picture of a card stands: `outlets/the-moscow-times`, `timeline`. */
export function cardAddress(name: string): string {
  return `/cards/${name}.png`;
}

const OWN_PAGES = [
  HOME,
  ABOUT,
  ACCESSIBILITY,
  LEFT_OUT,
  NOT_FOUND,
  DATA,
  MY_LIST,
  PICTURES,
  MAP,
  READING,
  companyAddress(),
  coverageAddress(),
  daysAddress(),
  dossierAddress(),
  spellingsAddress(),
  timelineAddress(),
  searchAddress(),
  ...KINDS.map(kindAddress),
];
const OWN_FOLDERS = [
  ...['timeline', 'captures', 'pagefind', 'search', 'assets', 'data', 'cards', 'dossiers'],
  ...['company', 'coverage', 'on-this-day', 'spellings', ...KINDS],
];

/** What of the site itself stands at an address; undefined where an alias may stand. */
export function reservedAddress(address: string): string | undefined {
  if (OWN_PAGES.includes(address)) return `the page ${address}`;
  const folder = address.split('/')[1] ?? '';
  return OWN_FOLDERS.includes(folder) ? `the folder /${folder}/` : undefined;
}

/**
 * The address as seen from another page, so that the same bytes work at a domain's root, under any
 * path and from a folder.
 *
 * @param from address of the page that holds the link
 * @param to address from the root of the site, with any query and fragment
 */
export function relativeAddress(from: string, to: string): string {
  const end = pathLength(to);
  let shared = 0;
  for (let at = 0; at < end && from[at] === to[at]; at++) if (to[at] === '/') shared = at + 1;
  let steps = '';
  for (let at = from.indexOf('/', shared); at >= 0; at = from.indexOf('/', at + 1)) steps += '../';
  return steps + to.slice(shared);
}

/** How long an address is without query and fragment. */
function pathLength(address: string): number {
  const [query, fragment] = [address.indexOf('?'), address.indexOf('#')];
  if (query < 0) return fragment < 0 ? address.length : fragment;
  return fragment < 0 ? query : Math.min(query, fragment);
}

/**
 * The full address, for canonical links, feeds, exports and the page for missing addresses.
 *
 * @param baseUrl from `archive.yml`, ending in "/"
 */
export function fullAddress(baseUrl: string, address: string): string {
  const full = PLAIN.test(address)
    ? rootOf(baseUrl) + address.slice(1)
    : new URL(address.slice(1), baseUrl).href;
  return address === HOME ? full.slice(0, -'index.html'.length) : full;
}

/** An address that stands in a full one as it is: no query, no fragment, no sign to encode, no dots to walk. */
const PLAIN = /^(?:\/\w[\w.-]*)+$/;

let root = { baseUrl: '', href: '' };

/** Every page has a dozen full addresses, and to take a base apart each time is slow. */
function rootOf(baseUrl: string): string {
  if (root.baseUrl !== baseUrl) root = { baseUrl, href: new URL('.', baseUrl).href };
  return root.href;
}

/**
 * The address from the root of its host, for a page that is shown at any depth. The host is left
 * out, so that a copy of the site on another host, under the same path, leads to itself.
 */
export function hostAddress(baseUrl: string, address: string): string {
  return `${new URL(baseUrl).pathname}${address.slice(1)}`;
}
